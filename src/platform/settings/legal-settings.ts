import { z } from 'zod'

export interface LegalNotice {
  /** Name, legal form and seat. */
  publisher: string | null
  contact: string | null
  director: string | null
  privacy: string | null
  /** Name, address and telephone number. */
  hosting: string | null
}

const line = z.string().max(500, 'at most 500 characters').optional()

export const legalSchema = {
  PUBLISHER: line,
  PUBLISHER_CONTACT: line,
  PUBLICATION_DIRECTOR: line,
  PRIVACY_CONTACT: line,
  HOSTING: line,
}

export function readLegal(read: Partial<Record<keyof typeof legalSchema, string | undefined>>): LegalNotice {
  return {
    publisher: read.PUBLISHER ?? null,
    contact: read.PUBLISHER_CONTACT ?? null,
    director: read.PUBLICATION_DIRECTOR ?? null,
    privacy: read.PRIVACY_CONTACT ?? null,
    hosting: read.HOSTING ?? null,
  }
}
