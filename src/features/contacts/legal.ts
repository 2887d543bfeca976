/** The legal ground for keeping contacts: a task in the public interest, GDPR art. 6 (1) e, or a legitimate interest, f. */
export const legalBases = ['public_interest', 'legitimate_interest'] as const
export type LegalBasis = (typeof legalBases)[number]

/** Where the data of a contact come from (GDPR art. 14 (2) f). */
export const provenances = ['person', 'organisation', 'public_minutes'] as const
export type Provenance = (typeof provenances)[number]

/**
 * The legal ground for reading them abroad: an adequacy decision of the European Commission, or one of the grounds of art. 28-8 of the
 * Korean Personal Information Protection Act; `no_transfer` restricts them to the person’s own country.
 */
export const transferBases = [
  'adequacy',
  'separate_consent',
  'law_or_treaty',
  'contract',
  'certification',
  'recognised_country',
  'no_transfer',
] as const
export type TransferBasis = (typeof transferBases)[number]

export const postKinds = ['elected', 'head_of_service', 'desk_officer', 'embassy', 'other'] as const
export type PostKind = (typeof postKinds)[number]

export const consentStates = ['asked', 'accepted', 'refused', 'lapsed'] as const
export type ConsentState = (typeof consentStates)[number]

/** The version of the consent’s present wording, kept with each answer. */
export const consentVersion = '2026-1'

/** The ground proposed for residents of a country: Korea requires a separate consent. */
export function usualTransferBasis(residence: string): TransferBasis {
  return residence === 'KR' ? 'separate_consent' : 'adequacy'
}

/** Whether a person’s data may be read outside the country where they live. */
export function mayBeReadAbroad(transfer: TransferBasis, consent: ConsentState | null): boolean {
  if (transfer === 'no_transfer') return false
  return transfer !== 'separate_consent' || consent === 'accepted'
}
