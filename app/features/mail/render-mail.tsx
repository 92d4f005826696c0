import { render } from '@react-email/render'
import { createElement, Fragment, type ReactNode } from 'react'
import type { MailContent, MailSection } from './mail-content.ts'
import { mailPreview } from './mail-preview.ts'
import { Action } from './parts/Action.tsx'
import { Code } from './parts/Code.tsx'
import { Letter } from './parts/Letter.tsx'
import { Below, Beside, Tied } from './parts/OnLine.tsx'
import { Aside, Away, Heading, Paragraph, Title } from './parts/Words.tsx'

/** A message as HTML of tables, which every mail program draws. */
export const renderMail = (content: MailContent): Promise<string> => render(<Mail content={content} />)

/** A list that is drawn once and never again, so its parts need no keys, and may be alike. */
const each = <Item,>(items: readonly Item[], draw: (item: Item, index: number) => ReactNode) =>
  createElement(Fragment, null, ...items.map(draw))

function Mail({ content }: { content: MailContent }) {
  const { heading, paragraphs, sections = [], code, action, after = [], links = [] } = content
  return (
    <Letter title={heading ?? 'Threadr'} preview={mailPreview(content)}>
      {heading !== undefined && (
        <Beside space={18}>
          <Heading>{heading}</Heading>
        </Beside>
      )}
      {each(paragraphs, (text) => (
        <Beside space={16}>
          <Paragraph>{text}</Paragraph>
        </Beside>
      ))}
      {each(sections, (section) => (
        <Listed section={section} />
      ))}
      {code !== undefined && (
        <Beside space={24}>
          <Code>{code}</Code>
        </Beside>
      )}
      {action === undefined ? (
        <Tied drop={0} line="to" />
      ) : (
        <>
          <Beside space={8} />
          <Tied drop={18} line="to" space={8}>
            <Action {...action} />
          </Tied>
        </>
      )}
      {after.length + links.length > 0 && <Below space={20} />}
      {each(after, (text) => (
        <Below space={10}>
          <Aside>{text}</Aside>
        </Below>
      ))}
      {links.length > 0 && <Links links={links} />}
    </Letter>
  )
}

function Listed({ section: { title, about, items, more } }: { section: MailSection }) {
  return (
    <>
      <Beside space={14}>
        <Title>{title}</Title>
        <Aside>{about}</Aside>
      </Beside>
      {each(items, ({ text, url, note }) => (
        <Tied drop={6} line="on" space={14}>
          <Away url={url} look="item">
            {text}
          </Away>
          <Aside>{note}</Aside>
        </Tied>
      ))}
      {more !== undefined && (
        <Beside space={14}>
          <Aside>{more}</Aside>
        </Beside>
      )}
      <Beside space={14} />
    </>
  )
}

function Links({ links }: { links: NonNullable<MailContent['links']> }) {
  return (
    <Below>
      {each(links, ({ label, url }, index) => (
        <Fragment>
          {index > 0 && ' \u00a0 '}
          <Away url={url} look="small">
            {label}
          </Away>
        </Fragment>
      ))}
    </Below>
  )
}
