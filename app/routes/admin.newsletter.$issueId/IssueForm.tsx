import type { IssueWords } from '#app/features/newsletter/issue.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { TextAreaField } from '#app/ui/forms/TextAreaField.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'

type IssueFormProps = { issue: IssueWords | null; version: number; answer: FormAnswer | undefined }

/** What an issue says. */
export function IssueForm({ issue, version, answer }: IssueFormProps) {
  return (
    <ActionForm
      intent="save"
      answer={answer}
      submit="Save the draft"
      pending="Saving…"
      hidden={{ version: String(version) }}
    >
      <TextField name="subject" label="Subject" initial={issue?.subject} autoComplete="off" maxLength={150} />
      <TextField
        name="preview"
        label="Beside the subject"
        hint="What inboxes show after it. Left empty, how the text begins."
        initial={issue?.preview}
        autoComplete="off"
        maxLength={140}
      />
      <TextAreaField
        name="text"
        label="Text"
        hint="An empty line begins a new paragraph."
        initial={issue?.text ?? ''}
        rows={14}
        maxLength={10_000}
      />
      <TextField
        name="actionLabel"
        label="Button"
        hint="What it says, such as “Try it”. An issue has one button or none."
        initial={issue?.actionLabel ?? ''}
        autoComplete="off"
        maxLength={60}
      />
      <TextField
        name="actionUrl"
        label="Where the button leads"
        type="url"
        inputMode="url"
        initial={issue?.actionUrl ?? ''}
        autoComplete="off"
        spellCheck={false}
      />
    </ActionForm>
  )
}
