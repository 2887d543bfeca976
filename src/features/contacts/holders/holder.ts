import type { ConsentState, LegalBasis, Provenance } from '../legal.ts'
import type { Personal, Withheld } from '../visibility.ts'

/** The holder of a post, as a reader may see them. */
export interface Holder extends Personal {
  holdingId: string
  contactId: string
  /** EDTF. */
  from: string | null
  until: string | null
  provenance: Provenance
  provenanceNote: string
  legalBasis: LegalBasis
  confirmedAt: Date
  /** Null if the account is gone or the command line confirmed. */
  confirmedBy: string | null
  /** ISO day. */
  retentionUntil: string
  isRemovalAnnounced: boolean
  isRemoved: boolean
  withheld: Withheld
}

export type HolderRow = Omit<Holder, 'confirmedAt' | 'consent' | 'withheld'> & {
  confirmedAt: string
  consent: ConsentState | null
}

/** A holder as the database gives it, before visibility is applied. */
export function toHolder({ confirmedAt, ...row }: HolderRow): Omit<Holder, 'withheld'> {
  return { ...row, confirmedAt: new Date(confirmedAt) }
}
