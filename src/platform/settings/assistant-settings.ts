import { z } from 'zod'

/** A service with an interface like OpenAI’s, which may be asked about texts. */
export interface AssistantSettings {
  /** Without a final slash: `/chat/completions` follows. */
  url: string
  key: string | null
  model: string
}

export const assistantSchema = {
  ASSISTANT_URL: z
    .string()
    .refine(
      (text) => ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? ''),
      'an address that begins with http:// or https://',
    )
    .optional(),
  ASSISTANT_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,500}$/, 'a key without spaces, at most 500 characters')
    .optional(),
  ASSISTANT_MODEL: z.string().max(200, 'at most 200 characters').default('default'),
}

/** The assistant that the settings name, or null: then nothing is sent anywhere. */
export function readAssistant(read: {
  ASSISTANT_URL?: string | undefined
  ASSISTANT_KEY?: string | undefined
  ASSISTANT_MODEL: string
}): AssistantSettings | null {
  if (read.ASSISTANT_URL === undefined) return null
  return {
    url: read.ASSISTANT_URL.replace(/\/+$/, ''),
    key: read.ASSISTANT_KEY ?? null,
    model: read.ASSISTANT_MODEL,
  }
}
