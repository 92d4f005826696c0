import { Body } from '@react-email/body'
import { Column } from '@react-email/column'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Preview } from '@react-email/preview'
import { Row } from '@react-email/row'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import type { ReactNode } from 'react'
import { light, sheet } from './colours.ts'
import { Tied } from './OnLine.tsx'
import { type } from './type.ts'

/** The page of a message: 600 px at most, the name where the line begins. `preview` is what an inbox shows beside the subject. */
export function Letter({
  title,
  preview,
  children,
}: {
  title: string
  preview: string
  children: ReactNode
}) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{sheet}</style>
      </Head>
      <Body className="paper" style={{ margin: 0, padding: 0 }}>
        <Preview>{preview}</Preview>
        <Section className="paper" style={{ backgroundColor: light('paper') }}>
          <Container style={{ maxWidth: 600 }}>
            <Row>
              <Column className="edge" style={{ padding: '40px 32px' }}>
                <Tied drop={8} line="from" space={24}>
                  <Text className="ink" style={{ ...type.wordmark, margin: 0, color: light('ink') }}>
                    Threadr
                  </Text>
                </Tied>
                {children}
              </Column>
            </Row>
          </Container>
        </Section>
      </Body>
    </Html>
  )
}
