import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { NotificationContext } from '../../../platform/mail/notify.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { listAddressees } from '../../contacts/index.ts'
import type { Network } from '../../networks/index.ts'
import { record, type Trouble, takeStep, turnOf } from './commands.ts'
import { notifyAuthority } from './mails.ts'
import { listLines, listParties, lookUpDraft } from './queries.ts'
import { isOpen, type Line, lineLinks, type Stance } from './report.ts'

/** After how many days without a further use the addresses of lines go, from the publication on. */
const keptDays = 60

/**
 * Asks the authorities of the listed ties about their own lines, until the end of an ISO day by the clock: those with an account find a line
 * of *To do*, the others get a mail with a link. Asked again, those that have not answered get another mail, once.
 */
export function askAuthorities(
  asking: NotificationContext & { network: Network },
  seen: string,
  until: string,
): Promise<Trouble | null> {
  const { writing, network } = asking
  return takeStep(writing, network.id, seen, async (inside, report) => {
    if (report === null || report.digest) return report ? 'frozen' : 'gone'
    const { database } = inside
    const parties = await listParties(inside, network.id)
    if (parties.length > 0)
      await database
        .insertInto('reports_line')
        .values(
          parties.map(({ id, country }) => ({
            ...{ line_id: newId(), report_id: report.id, organisation_id: id, language: languageOf(country) },
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    const silent = (await listLines(inside, report.id)).filter(({ stance }) => stance === null)
    const addressees = await listAddressees(
      inside,
      network.id,
      silent.flatMap(({ hasAccount, organisationId }) => (hasAccount ? [] : [organisationId])),
    )
    const now = inside.clock.now().toString()
    for (const line of silent) {
      const to = line.mails < mostMails ? addressees.get(line.organisationId) : undefined
      if (!line.hasAccount && to === undefined) continue
      await database
        .updateTable('reports_line')
        .set({ asked_at: line.askedAt ?? now, ...to })
        .where('line_id', '=', line.id)
        .execute()
      if (to) await notifyAuthority({ ...asking, writing: inside }, line, { ...to, until, from: report.from })
    }
    await database
      .updateTable('reports_report')
      .set({ asked_at: now, answers_until: until })
      .where('report_id', '=', report.id)
      .execute()
    await record(inside, report, 'asked')
    return null
  })
}

/** An authority is asked by mail, and asked again once. */
export const mostMails = 2

export interface LineAnswer {
  stance: Stance
  words: string
  /** BCP 47, of the words. */
  language: string
  saidAs: string
}

/** Takes what an authority says of its lines, in place of what it said before. Returns false once it cannot any more. */
export async function answerLine(
  inside: Context,
  networkId: string,
  lineId: string,
  { stance, words, language, saidAs }: LineAnswer,
): Promise<boolean> {
  // A freeze waits, or has read the line before: then it is too late.
  await takeTurn(inside, turnOf(networkId))
  const report = await lookUpDraft(inside, networkId)
  if (report === null || !isOpen(report, inside)) return false
  const said = { words: stance === 'confirmed' ? '' : words, words_language: language, said_as: saidAs }
  const { numUpdatedRows } = await inside.database
    .updateTable('reports_line')
    .set({ stance, ...said, said_by: personIdOf(inside.actor), said_at: inside.clock.now().toString() })
    .where('line_id', '=', lineId)
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await record(inside, report, stance, { lineId })
  return true
}

/** Erases, at its wish, the address that was asked about its lines, with the mails to it; the link ends, the answer stays. */
export async function forgetAddress(
  context: Context,
  { id, address }: Pick<Line, 'id' | 'address'>,
): Promise<void> {
  await lineLinks.end(context, { line_id: id })
  await context.database
    .updateTable('reports_line')
    .set({ address: null })
    .where('line_id', '=', id)
    .execute()
  if (address !== null) await removeMailsTo(context, [address.toLowerCase()], 'reports.lines')
}

/** Erases the addresses that were asked about the lines of reports, sixty days after those were published. */
export async function forgetAddresses({ clock, database }: Context): Promise<void> {
  const limit = clock.now().subtract({ hours: 24 * keptDays }).epochMilliseconds
  await database
    .updateTable('reports_line as l')
    .from('reports_report as r')
    .innerJoin('platform_edition as e', 'e.edition_id', 'r.edition_id')
    .set({ address: null })
    .whereRef('r.report_id', '=', 'l.report_id')
    .where('e.made_at', '<', new Date(limit))
    .where('l.address', 'is not', null)
    .execute()
}
