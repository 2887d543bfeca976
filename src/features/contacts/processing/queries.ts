import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { LegalBasis } from '../legal.ts'
import { legalBases } from '../legal.ts'

/** A network’s description of how it keeps its contacts. */
export interface Processing {
  showsFunctions: boolean
  /** The controller: name and seat; '' if not given. */
  controller: string
  purpose: LocalizedText
  legalBasis: LegalBasis
  retentionMonths: number
  /** Other recipients of the data. */
  recipients: LocalizedText
  updatedAt: Date | null
}

const unsaid: Processing = {
  showsFunctions: false,
  controller: '',
  purpose: {},
  legalBasis: 'public_interest',
  retentionMonths: 36,
  recipients: {},
  updatedAt: null,
}

/** How a network keeps its contacts; the defaults if it has not described it. */
export async function findProcessing({ database }: Context, networkId: string): Promise<Processing> {
  const row = await database
    .selectFrom('contacts_processing')
    .select(['shows_functions as showsFunctions', 'controller', 'purpose', 'legal_basis as legalBasis'])
    .select(['retention_months as retentionMonths', 'recipients', 'updated_at as updatedAt'])
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  if (!row) return unsaid
  const legalBasis = legalBases.find((basis) => basis === row.legalBasis) ?? unsaid.legalBasis
  return { ...row, legalBasis }
}

/** The organisations whose people read the contacts of a network: its recipients, by country. */
export async function listRecipients({ database, clock }: Context, networkId: string) {
  const now = new Date(clock.now().epochMilliseconds)
  return database
    .selectFrom('people_role as r')
    .innerJoin('people_role_organisation as ro', 'ro.role_id', 'r.role_id')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'ro.organisation_id')
    .select(['o.country', 'o.slug', 'o.name', 'o.short_name as shortName'])
    .distinct()
    .where('r.network_id', '=', networkId)
    .where('r.starts_at', '<=', now)
    .where((eb) => eb.or([eb('r.ends_at', 'is', null), eb('r.ends_at', '>', now)]))
    .orderBy('o.country')
    .orderBy('o.slug')
    .execute()
}
