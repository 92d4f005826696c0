import { Dialog } from '#app/ui/Dialog.tsx'
import { keyName, keyTable } from './keys.ts'

/** What the keys do in the editor. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2.5 text-[0.9375rem]">
        {keyTable.map(({ id, keys, words }) => (
          <div key={id} className="contents">
            <dt>{words}</dt>
            <dd className="flex justify-end gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded-md border border-edge bg-paper px-1.5 py-0.5 font-sans text-xs whitespace-nowrap text-muted"
                >
                  {keyName(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
