import { createHash, randomBytes } from 'node:crypto'

/** A program as it is registered with the provider. */
export type Program = { clientId: string; clientSecret: string }
/** Somebody as the provider knows them. */
export type FakePerson = {
  id: number
  email: string
  verified: boolean
  /** The Workspace domain that runs their mailbox, for Google. */
  hd?: string
}

type Granted = { redirectUri: string; challenge: string; person: FakePerson }

/** Codes and tokens as RFC 6749 and 7636 have them: a code is good once, for its program, address and verifier. */
export function createCodes(program: Program) {
  const codes = new Map<string, Granted>()
  const tokens = new Map<string, FakePerson>()

  return {
    /** Gives a code for a request to the authorization page, or says what is wrong with it. */
    grant(query: URLSearchParams, person: FakePerson): { code: string } | { wrong: string } {
      const wanted = { response_type: 'code', client_id: program.clientId, code_challenge_method: 'S256' }
      for (const [name, value] of Object.entries(wanted))
        if (query.get(name) !== value) return { wrong: name }
      const challenge = query.get('code_challenge') ?? ''
      if (challenge.length !== 43) return { wrong: 'code_challenge' }
      if ((query.get('state') ?? '').length < 20) return { wrong: 'state' }
      const code = randomBytes(12).toString('hex')
      codes.set(code, { redirectUri: query.get('redirect_uri') ?? '', challenge, person })
      return { code }
    },
    /** Gives an access token for a code; null where the code or whoever brings it is not right. */
    trade(form: URLSearchParams): string | null {
      const code = form.get('code') ?? ''
      const granted = codes.get(code)
      codes.delete(code)
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      const isRight =
        form.get('grant_type') === 'authorization_code' &&
        form.get('client_id') === program.clientId &&
        form.get('client_secret') === program.clientSecret &&
        form.get('redirect_uri') === granted?.redirectUri &&
        challenge === granted.challenge
      if (!granted || !isRight) return null
      const token = `token_${randomBytes(12).toString('hex')}`
      tokens.set(token, granted.person)
      return token
    },
    personOf: (authorization: string | undefined) =>
      tokens.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '') ?? null,
    /** Every token that was given. */
    tokens: () => [...tokens.keys()],
  }
}
