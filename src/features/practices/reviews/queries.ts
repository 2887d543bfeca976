import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { selectFields } from '../../../platform/records/fields/columns.ts'
import type { DocumentOf } from '../../../platform/records/fields/field.ts'
import { code, shortLine } from '../../../platform/records/fields/kinds.ts'
import { publicText } from '../../../platform/records/fields/public-text.ts'
import { type OrganisationRef, selectRef } from '../../directory/index.ts'
import type { Practice } from '../sheets/queries.ts'
import { reviewLinks } from './links.ts'

export const longestAnswer = 800

/** What is said in a review. */
export const reviewFields = {
  /** Whether it is understood without its author. */
  stance: code(['confirmed', 'disputed'], {
    label: 'practices.review.stance',
    words: (stance) => `practices.review.stances.${stance}`,
  }),
  /** What is not understood, or disputed. */
  words: publicText({ label: 'practices.review.words', max: longestAnswer }),
  /** Who could do it there, and what would have to change. */
  whoCould: publicText({ label: 'practices.review.whoCould', max: longestAnswer }),
  wouldCall: code(['yes', 'no', 'unsure'], {
    label: 'practices.review.wouldCall',
    words: (answer) => `practices.review.call.${answer}`,
  }),
  saidAs: shortLine({
    label: 'practices.review.saidAs',
    hint: 'practices.review.saidAsHint',
    max: 120,
    isRequired: true,
  }),
}
const { stance: _stance, ...saidFields } = reviewFields
type Said = DocumentOf<typeof reviewFields>

/** That an authority of another country was asked about a sheet, and what it says. */
export interface PracticeReview extends Omit<Said, 'stance' | 'wouldCall'> {
  id: string
  sheetId: string
  reviewer: OrganisationRef
  /** ISO day. */
  askedOn: string
  address: string | null
  endsAt: Date | null
  /** Null before it has answered. */
  stance: Said['stance'] | null
  wouldCall: Said['wouldCall'] | null
  saidOn: string | null
}

/** The reviews of a sheet as known on the context’s day, those that answered first. */
export function listReviews(context: Context, sheetId: string): Promise<PracticeReview[]> {
  return select(context, sql`r.sheet_id = ${sheetId} and r.asked_on <= ${context.today}`)
}

/** The review that a link leads to, or null. */
export async function lookUpReview(
  context: Context,
  networkId: string,
  token: string,
): Promise<PracticeReview | null> {
  const link = await reviewLinks.lookUp(context, token)
  if (link === null) return null
  const [review] = await select(context, sql`r.review_id = ${link.review_id} and r.network_id = ${networkId}`)
  return review ?? null
}

async function select(
  { database, today }: Context,
  condition: RawBuilder<unknown>,
): Promise<PracticeReview[]> {
  const known = (column: string) => sql`case when r.said_on <= ${today} then ${sql.ref(`r.${column}`)} end`
  const { rows } = await sql<PracticeReview>`
    select r.review_id as id, r.sheet_id as "sheetId", r.asked_on as "askedOn", r.address, r.link_ends_at as "endsAt",
      ${known('stance')} as stance, ${known('said_on')} as "saidOn", ${selectFields(saidFields, 'r')}, ${selectRef('o')} as reviewer
    from practices_review r join directory_organisation o on o.organisation_id = r.organisation_id
    where ${condition}
    order by r.said_on is null, r.said_on, r.review_id
  `.execute(database)
  return rows
}

export interface AskableReviewer extends OrganisationRef {
  /** Whether it is a party to a tie with the holder. */
  isTied: boolean
  /** Whether a member who speaks for it has an account. */
  hasAccount: boolean
}

/** The members of a group in other countries than the holder’s that were not asked yet: those with a tie to it first. */
export async function listAskable(
  { clock, database, today }: Context,
  { id, networkId, holder }: Pick<Practice, 'id' | 'networkId' | 'holder'>,
): Promise<AskableReviewer[]> {
  const now = clock.now().toString()
  const { rows } = await sql<AskableReviewer>`
    select o.organisation_id as id, o.slug, o.country, o.kind, o.name, o.short_name as "shortName", o.codes,
      exists (select from registry_party own join registry_party other on other.cooperation_id = own.cooperation_id
        where own.organisation_id = ${holder.id} and own.capacity = 'party' and own.known_on <= ${today}
          and other.organisation_id = o.organisation_id and other.capacity = 'party' and other.known_on <= ${today}) as "isTied",
      exists (select from people_role r join people_role_organisation ro on ro.role_id = r.role_id
        join people_person person on person.id = r.person_id and person.erased_at is null
        where r.network_id = ${networkId} and r.role = 'member' and ro.organisation_id = o.organisation_id
          and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})) as "hasAccount"
    from directory_organisation o
    where o.country <> ${holder.country} and coalesce(o.valid_until > ${today}, true)
      and (exists (select from networks_membership m where m.network_id = ${networkId} and m.organisation_id = o.organisation_id)
        or exists (select from registry_party p join registry_cooperation c on c.cooperation_id = p.cooperation_id
          where c.network_id = ${networkId} and p.organisation_id = o.organisation_id and p.capacity = 'party'))
      and not exists (select from practices_review r where r.sheet_id = ${id} and r.organisation_id = o.organisation_id)
    order by "isTied" desc, o.slug
  `.execute(database)
  return rows
}
