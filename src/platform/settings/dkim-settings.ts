import { z } from 'zod'

/** The key with which mails are signed, and where receivers find its public half. */
export interface DkimSettings {
  /** Null: the domain that mails come from. */
  domain: string | null
  selector: string
  /** The private key in PEM, or the file that holds it; null: nothing is signed here. */
  key: string | null
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const name = (text: string) => z.string().regex(new RegExp(`^${label}(?:\\.${label})*$`, 'i'), text)

export const dkimSchema = {
  DKIM_DOMAIN: name('a domain such as entente.example').optional(),
  DKIM_SELECTOR: name('letters, digits, hyphens and dots').default('entente'),
  DKIM_KEY: z.string().max(10_000, 'a private key in PEM, or a file that holds it').optional(),
}

export function readDkim(read: {
  DKIM_DOMAIN?: string | undefined
  DKIM_SELECTOR: string
  DKIM_KEY?: string | undefined
}): DkimSettings {
  return { domain: read.DKIM_DOMAIN ?? null, selector: read.DKIM_SELECTOR, key: read.DKIM_KEY ?? null }
}
