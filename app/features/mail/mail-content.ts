import { z } from 'zod'

const linkSchema = z.object({ label: z.string(), url: z.string() })

const sectionSchema = z.object({
  title: z.string(),
  about: z.string(),
  items: z.array(z.object({ text: z.string(), url: z.string(), note: z.string() })),
  more: z.string().optional(),
})
/** A list in a message: where each leads, and what is to know of it. */
export type MailSection = z.infer<typeof sectionSchema>

export const mailContentSchema = z.object({
  /** Over it where it is drawn; the subject, where nothing else is said. */
  heading: z.string().optional(),
  /** What inboxes show beside the subject; how the message begins, where nothing else is said. */
  preview: z.string().optional(),
  paragraphs: z.array(z.string()),
  sections: z.array(sectionSchema).optional(),
  /** To type in. */
  code: z.string().optional(),
  /** The one thing to do. */
  action: linkSchema.optional(),
  /** After the action: what it means, and what else there is to do. */
  after: z.array(z.string()).optional(),
  /** At the end, one beside the other: what there is to do about such messages. */
  links: z.array(linkSchema).optional(),
  /** Of the message itself, such as where a program unsubscribes. */
  headers: z.record(z.string(), z.string()).optional(),
})
/** What a message says. It waits as this, sealed, and becomes text and HTML when it is sent or looked at. */
export type MailContent = z.infer<typeof mailContentSchema>
