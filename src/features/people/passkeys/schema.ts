import { z } from 'zod'
import { identifier, personName } from '../schema.ts'

const encoded = z.string().max(20_000)

/** What a browser sends when a passkey signs in, as WebAuthn writes it in JSON. */
export const passkeyAnswer = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
  clientExtensionResults: z.object({}),
})
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>

export const signInBody = z.object({ response: passkeyAnswer, next: z.string().nullish() })

export const additionBody = z.object({
  response: z.looseObject({ id: encoded }),
  name: personName.optional().catch(undefined),
})

/** What better-auth returns when it has recognised a person. */
export const knownBy = z.object({
  session: z.object({ id: identifier }),
  user: z.object({ id: identifier }),
})

export const passkeyName = z.object({ passkeyName: personName })
