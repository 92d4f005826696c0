import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { AppError } from '#app/platform/errors.ts'
import { isCommonPassword } from './common-passwords.ts'

const fewest = 8
const most = 128
/** The package declares its algorithms as a const enum, which isolated modules can't read. */
const argon2id: Algorithm.Argon2id = 2
/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const cost = { algorithm: argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** One spelling for what looks the same, so that another keyboard gives the same password (NIST SP 800-63B, 3.1.1.2). */
const normalised = (password: string) => password.normalize('NFKC')

type Fault = { code: string; message: string }

/**
 * Why a new password isn't taken: fewer than 8 or more than 128 characters (code points), or one that everybody tries
 * first, such as the person's own address. Null for one that is.
 */
async function faultOf(password: string, email: string): Promise<Fault | null> {
  const chosen = normalised(password.slice(0, most * 8))
  const length = [...chosen].length
  if (length === 0) return { code: 'password-missing', message: 'Choose a password.' }
  if (length < fewest) return { code: 'password-too-short', message: `Use ${fewest} characters or more.` }
  if (length > most || password.length > most * 8)
    return { code: 'password-too-long', message: `Use ${most} characters at most.` }
  if ((await isCommonPassword(chosen)) || chosen.toLowerCase() === email)
    return {
      code: 'password-common',
      message: 'This password is among the first that anybody would try. Choose another.',
    }
  return null
}

/** A new password in a form, told of together with what is wrong at its other fields. Parsed by `parseAsync` only. */
export const newPasswordSchema = z
  .string()
  .catch('')
  .superRefine(async (password, context) => {
    const fault = await faultOf(password, '')
    if (fault) context.addIssue(fault.message)
  })

/** The hash to keep for a new password. Throws an AppError at `field` for one that isn't taken. */
export async function hashNewPassword(
  password: string,
  { email, field = 'password' }: { email: string; field?: string },
): Promise<string> {
  const fault = await faultOf(password, email)
  if (fault) throw new AppError(fault.code, fault.message, { status: 422, field })
  return hash(normalised(password), cost)
}

let dummy: Promise<string> | undefined

/**
 * Whether a password is the one whose hash was kept. Where there is none it takes as long, and the answer is no: the time
 * must not tell whether an account exists.
 */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  dummy ??= hash('nobody has this password', cost)
  const given = normalised(password.slice(0, most * 8))
  const fits = await verify(kept ?? (await dummy), given)
  return kept !== null && fits
}
