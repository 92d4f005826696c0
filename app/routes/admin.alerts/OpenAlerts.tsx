import { Form, useNavigation } from '@remix-run/react'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ShownAlert } from '#app/features/alerts/read-alerts.ts'
import { Button } from '#app/ui/Button.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'

/** What fires, and who looks at it; who may, says that they do. */
export function OpenAlerts({ alerts, mayChange }: { alerts: ShownAlert[]; mayChange: boolean }) {
  if (alerts.length === 0)
    return <p className="border-y border-hairline py-6 text-muted">Nothing is broken.</p>
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {alerts.map((alert) => (
        <OpenAlert key={alert.id} alert={alert} mayChange={mayChange} />
      ))}
    </ul>
  )
}

function OpenAlert({ alert, mayChange }: { alert: ShownAlert; mayChange: boolean }) {
  const navigation = useNavigation()
  const isSent = navigation.formData?.get('alertId') === alert.id
  const { isCritical, acknowledged } = alert
  const Icon = isCritical ? CircleAlert : TriangleAlert
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 py-5">
      <div className="flex min-w-0 flex-1 basis-80 gap-3">
        <Icon aria-hidden className={`mt-1 size-5 shrink-0 ${isCritical ? 'text-bad' : 'text-warn'}`} />
        <div className="min-w-0">
          <p className="text-lg font-medium">{alert.title}</p>
          <p className="mt-1 max-w-reading text-[0.9375rem]">{alert.says}</p>
          <p className="mt-2 text-sm text-muted">
            {isCritical ? 'Critical' : 'Warning'} · {alert.value}
            {alert.firedAt !== null && (
              <>
                {' · '}fires since <RelativeTime iso={alert.firedAt} />
              </>
            )}
            {alert.escalations > 0 && ` · told again ${timesInWords(alert.escalations)}`}
          </p>
          <p className="mt-1 text-sm text-muted wrap-anywhere">What to do: {alert.runbook}</p>
        </div>
      </div>
      {acknowledged === null ? (
        mayChange && (
          <Form method="post" className="max-sm:w-full">
            <input type="hidden" name="alertId" value={alert.id} />
            <Button
              type="submit"
              name="intent"
              value="acknowledge"
              pending={isSent}
              aria-label={`Acknowledge: ${alert.title}`}
              className="max-sm:w-full"
            >
              {isSent ? 'Sending…' : 'Acknowledge'}
            </Button>
          </Form>
        )
      ) : (
        <p className="text-sm text-muted">
          Acknowledged by {acknowledged.by ?? 'somebody who is gone'}, <RelativeTime iso={acknowledged.at} />
        </p>
      )}
    </li>
  )
}

const timesInWords = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
