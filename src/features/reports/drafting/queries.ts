import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type Edition, listEditions } from '../../../platform/editions/editions.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Network } from '../../networks/index.ts'
import { newsOf } from '../difference/compare.ts'
import { findReadEdition } from '../edition.queries.ts'
import type { ReportFacts } from '../facts.ts'
import type { NamedReport } from '../files/queries.ts'
import { gatherFacts } from '../gathering/gather.ts'
import { layoutWords } from '../layout/layout.ts'
import { type Line, lineLinks, type Report, type Signature, seriesOf } from './report.ts'

/** The report that a network prepares; null where it prepares none. */
export async function lookUpDraft({ database }: Context, networkId: string) {
  return selectReport(database, sql`r.network_id = ${networkId} and r.edition_id is null`)
}

/** The report that became an edition; null for an edition that none was prepared for. */
export async function lookUpReportOf({ database }: Context, editionId: string) {
  return selectReport(database, sql`r.edition_id = ${editionId}`)
}

async function selectReport(database: Context['database'], which: RawBuilder<unknown>) {
  const { rows } = await sql<Report>`
    select r.report_id as id, r.network_id as "networkId", r.number, r.starts_on as "from", r.ends_on as "to", r.day,
      r.asked_at as "askedAt", r.answers_until as "answersUntil", r.digest, r.frozen_at as "frozenAt", r.trouble,
      r.publish_at as "publishAt", r.edition_id as "editionId",
      (select count(*)::int from reports_file f where f.report_id = r.report_id) as drawn
    from reports_report r where ${which}
  `.execute(database)
  return rows[0] ?? null
}

/** The periods of published reports, by the id of their edition. */
export async function listPeriods({ database }: Context, networkId: string) {
  const rows = await database
    .selectFrom('reports_report')
    .select(['edition_id as editionId', 'starts_on as from', 'ends_on as to'])
    .where('network_id', '=', networkId)
    .where('edition_id', 'is not', null)
    .execute()
  return new Map(rows.map(({ editionId, ...period }) => [editionId ?? '', period]))
}

/** The last public report with its period, or null. */
export async function lookUpLast(context: Context, networkId: string) {
  const [edition] = await listEditions(context, seriesOf(networkId))
  const period = edition && (await listPeriods(context, networkId)).get(edition.id)
  return edition && period ? { number: edition.number, ...period } : null
}

/** On which day the next report begins, as its forms propose it: after the last period, or with the year where that has not come. */
export async function findNextStart(context: Context, networkId: string): Promise<string> {
  const last = await lookUpLast(context, networkId)
  const next = last && Temporal.PlainDate.from(last.to).add({ days: 1 }).toString()
  return next !== null && next <= context.today ? next : `${context.today.slice(0, 4)}-01-01`
}

/** The authorities of a report with what they were asked and said, by country and name. */
export async function listLines({ clock, database }: Context, reportId: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select l.line_id as id, l.organisation_id as "organisationId", o.slug, o.country, o.name, l.language,
      l.asked_at as "askedAt", l.address, l.stance, l.words, l.words_language as "wordsLanguage", l.said_as as "saidAs",
      l.said_at as "saidAt", exists (select from people_role role
        join people_role_organisation own on own.role_id = role.role_id and own.organisation_id = l.organisation_id
        where role.network_id = r.network_id and role.role = 'member' and ${isHeld(clock)}) as "hasAccount",
      (select count(*)::int from reports_link k where k.line_id = l.line_id) as mails
    from reports_line l join reports_report r on r.report_id = l.report_id
    join directory_organisation o on o.organisation_id = l.organisation_id
    where l.report_id = ${reportId} order by o.country, o.slug
  `.execute(database)
  return rows
}

function isHeld(clock: Context['clock']) {
  const now = clock.now().toString()
  return sql`role.starts_at <= ${now} and (role.ends_at is null or role.ends_at > ${now})`
}

/** The authorities that are parties of the listed ties of a network, as known on the context’s day. */
export async function listParties({ database, today }: Context, networkId: string) {
  const { rows } = await sql<{ id: string; country: string }>`
    select distinct o.organisation_id as id, o.country from registry_cooperation c
    join registry_party p on p.cooperation_id = c.cooperation_id and p.capacity = 'party' and p.known_on <= ${today}
    join directory_organisation o on o.organisation_id = p.organisation_id
    where c.network_id = ${networkId} and c.listed and c.known_on <= ${today} order by o.country, o.organisation_id
  `.execute(database)
  return rows
}

/** The line and its report to which a link in a mail leads; null for one that was never sent, or was ended. */
export async function lookUpLinkedLine(context: Context, networkId: string, token: string) {
  const link = await lineLinks.lookUp(context, token)
  if (link === null) return null
  const itsReport = sql`(select l.report_id from reports_line l where l.line_id = ${link.line_id})`
  const which = sql`r.network_id = ${networkId} and r.report_id = ${itsReport}`
  const report = await selectReport(context.database, which)
  const line = report && (await listLines(context, report.id)).find(({ id }) => id === link.line_id)
  return report && line ? { report, line } : null
}

/** The signatures of a report, by country. */
export async function listSignatures({ database }: Context, reportId: string): Promise<Signature[]> {
  return database
    .selectFrom('reports_signature as s')
    .leftJoin('people_person as p', 'p.id', 's.person_id')
    .select(['s.country', 's.role', 's.person_id as personId', 'p.name', 's.digest'])
    .select('s.signed_at as signedAt')
    .where('s.report_id', '=', reportId)
    .orderBy('s.country')
    .$narrowType<{ role: Signature['role'] }>()
    .execute()
}

export interface Signer {
  personId: string
  name: string
  role: Signature['role']
  /** The side for which they sign; null where nothing says it. */
  country: string | null
}

/** The chairs and coordinators of a network, each with their side. */
export async function listSigners({ clock, database }: Context, networkId: string): Promise<Signer[]> {
  const { rows } = await sql<Signer>`
    select distinct on (person.id) person.id as "personId", person.name, role.role, ${selectSide()} as country
    from people_role role join people_person person on person.id = role.person_id
    join networks_network n on n.network_id = role.network_id
    where role.network_id = ${networkId} and role.role in ('chair', 'coordinator') and ${isHeld(clock)}
    order by person.id, role.role
  `.execute(database)
  return rows
}

/**
 * SQL: the side of the `person` who has the `role` in the network `n`: the one country of the organisations for which they hold roles there,
 * else the country in which they say that they work.
 */
export function selectSide(): RawBuilder<string | null> {
  return sql<string | null>`coalesce(
    (select case when count(distinct o.country) = 1 then min(o.country) end from people_role own
      join people_role_organisation ro on ro.role_id = own.role_id
      join directory_organisation o on o.organisation_id = ro.organisation_id and o.country = any(n.countries)
      where own.person_id = person.id and own.network_id = n.network_id
        and (own.ends_at is null or own.ends_at >= role.starts_at)),
    case when person.country = any(n.countries) then person.country end)`
}

/** The text of the frozen facts of a report, wherever it stands. */
export async function findFrozenText({ database }: Context, reportId: string) {
  const { rows } = await sql<{ text: string; digest: string }>`
    select coalesce(r.facts, e.facts) as text, coalesce(r.digest, e.digest) as digest
    from reports_report r left join platform_edition e on e.edition_id = r.edition_id
    where r.report_id = ${reportId} and coalesce(r.facts, e.facts) is not null
  `.execute(database)
  return rows[0] ?? null
}

/** Of some editions in their order, newest first, the one that took the place of another; null for the last that still stands. */
export function lookUpLater(editions: readonly Edition[], number: number): Edition | null {
  return editions.find((each) => each.number > number && each.withdrawnAt === null) ?? null
}

/** The facts of a report as they are on the context’s day, with what its authorities said of their lines, against the last edition. */
export async function findFacts(
  context: Context,
  application: Application,
  network: Network,
  { from, to, lines }: Pick<Report, 'from' | 'to'> & { lines: readonly Line[] },
): Promise<ReportFacts> {
  const isoDay = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null
  const editions = await listEditions(context, seriesOf(network.id))
  const standing = editions.find((each) => each.withdrawnAt === null)
  const former = standing ? await findReadEdition(context, standing) : null
  const { reportParts, partnerSearches, settings } = application
  const sources = { reportParts, partnerSearches, site: settings.baseUrl, words: layoutWords(application) }
  return gatherFacts(context, network, sources, {
    from,
    to,
    day: context.today,
    open: former === null ? [] : openIn(former.facts),
    news: (facts) => (former === null ? null : newsOf({ ...former.edition, ...former }, facts)),
    lines: lines.map(({ organisationId, askedAt, saidAt, stance, words, wordsLanguage }) => ({
      bodyId: organisationId,
      askedOn: isoDay(askedAt),
      answeredOn: isoDay(saidAt),
      stance,
      words: words === '' || wordsLanguage === null ? {} : { [wordsLanguage]: words },
    })),
  })
}

/** What an edition leaves open: its plans, and its decisions of which nobody said that all is done. */
function openIn({ exchanges, decisions }: ReportFacts): string[] {
  const isOver = ({ actions: { open, done, dropped } }: ReportFacts['decisions'][number]) =>
    open === 0 && done + dropped > 0
  return [
    ...exchanges.filter(({ state }) => state === 'planned').map(({ id }) => id),
    ...decisions.filter((decision) => !isOver(decision)).map(({ id }) => id),
  ]
}

/** The networks whose report was planned for this instant or before. */
export async function listDue({ clock, database }: Context): Promise<string[]> {
  const rows = await database
    .selectFrom('reports_report')
    .select('network_id')
    .where('publish_at', '<=', new Date(clock.now().epochMilliseconds))
    .execute()
  return rows.map(({ network_id }) => network_id)
}

/** The reports, frozen or public, whose files are not all there. */
export async function listUndrawn({ database }: Context) {
  const { rows } = await sql<NamedReport & { networkId: string }>`
    select r.report_id as id, r.network_id as "networkId", n.slug as network, r.number, r.digest
    from reports_report r join networks_network n on n.network_id = r.network_id
    left join platform_edition e on e.edition_id = r.edition_id
    where r.digest is not null and e.erased_at is null
      and not exists (select from reports_file f where f.report_id = r.report_id and f.name = 'manifest.json')
    order by r.report_id
  `.execute(database)
  return rows
}
