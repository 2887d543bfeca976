import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { isInterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { FieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { mayChangeRecord } from '../../../contributions/index.ts'
import type { CooperationSummary } from '../../../registry/index.ts'
import { lookUpWish } from '../../wishes/queries.ts'
import { sayFound } from '../../wishes/renewal/commands.ts'
import { confirmingFor, type Introduction, sideOf, sides } from '../introduction.ts'
import { notifySides } from '../mails.ts'
import { claimPartnership, confirmPartnership, holdPair, makePartnership } from '../partnership/commands.ts'
import type { Making } from '../partnership/joining.commands.ts'
import { type Outcome, readOutcome } from '../partnership/outcome.ts'
import { listTiesIn, type TalkMessage } from '../queries.ts'
import type { TalksRequest } from '../request.ts'

interface TypedPartnership {
  outcome: string
  offered: readonly string[]
  found?: string | undefined
}

/**
 * Brings the partnership into the registry for the side that says that it is made: as a cooperation of its own, or as part of one that is
 * there. Where that side may not write there, the secretariat does so after it has said it. Closes the wish where its authority says that
 * it has found. Returns what is wrong now with what was chosen, having done nothing.
 */
export async function makeOrClaim(
  visit: TalksRequest,
  { found, ...typed }: TypedPartnership,
): Promise<FieldError | null> {
  const { introduction, speaking, network, reader, writing } = visit
  await holdPair(writing, introduction)
  const ties = await listTiesIn(writing, network.id, introduction.id)
  const outcome = readOutcome(ties, introduction.wish.themes, typed)
  if ('field' in outcome) return outcome
  const side = sideOf(speaking)
  const organisationId =
    side === 'wish' ? introduction.owner.id : side === 'interest' ? introduction.interested.id : null
  const others = sides.filter((each) => each !== side)
  const ending = { outcome, organisationId }
  const tie = 'joins' in outcome ? outcome.joins : null
  if (isForSecretariat(visit, outcome)) {
    await claimPartnership(writing, introduction, ending)
    await notifySides(visit, introduction, { key: tie ? 'claimedAdded' : 'claimed', sides: others, tie })
  } else {
    await makePartnership(writing, introduction, makingOf(visit), ending)
    await notifySides(visit, introduction, { key: tie ? 'added' : 'made', sides: others, tie })
  }
  if (found === undefined || !(speaking.wish || speaking.adviser)) return null
  const wish = await lookUpWish(writing, network.id, { id: introduction.wish.id })
  if (wish?.foundOn === null)
    await sayFound(writing, network, wish, {
      reason: reader.t('partners.wish.reason.found'),
      language: reader.interfaceLanguage,
    })
  return null
}

// Where the group reviews first; and where a person without an account would change a tie that is there.
function isForSecretariat({ network, speaking, writing }: TalksRequest, outcome: Outcome): boolean {
  if (speaking.adviser) return false
  if (network.publication === 'after_review') return true
  return 'joins' in outcome && !mayChange(writing.actor, network.id, outcome.joins)
}

function mayChange(
  actor: TalksRequest['writing']['actor'],
  networkId: string,
  { parties }: CooperationSummary,
) {
  const organisationIds = parties.flatMap(({ id, capacity }) => (capacity === 'party' ? [id] : []))
  return mayChangeRecord(actor, { networkId, kind: 'cooperation', organisationIds })
}

function makingOf({ application, network, reader, introduction }: TalksRequest): Making {
  const kind = application.records.find((each) => each.kind === 'cooperation') ?? notFound('cooperation')
  const formsIn = (language: string) => {
    if (!isInterfaceLanguage(language)) return ''
    const t = application.translate(language)
    return introduction.wish.forms.map((form) => t(`partners.form.${form}`)).join(', ')
  }
  return { network, reader, kind, formsIn }
}

/** The other side confirms the cooperation. */
export async function confirmMade(visit: TalksRequest): Promise<void> {
  const { writing, introduction, speaking, reader, isByLink } = visit
  const speaker = confirmingFor(introduction, speaking) ?? notFound('confirmation')
  await confirmPartnership(writing, introduction, {
    organisationId: speaker.id,
    language: reader.interfaceLanguage,
    saidAs: isByLink ? introduction.senderName : '',
  })
  await notifySides(visit, introduction, {
    key: 'confirmed',
    sides: sides.filter((each) => each !== sideOf(speaking)),
  })
}

/** Adds a message in another language, reviewed or machine-made, replacing an earlier translation into it. */
export async function translateMessage(
  context: Context,
  { id, networkId }: Introduction,
  message: TalkMessage,
  { language, text, state }: { language: string; text: string; state: 'reviewed' | 'machine' },
): Promise<void> {
  const added = JSON.stringify({ [language]: { text, state } })
  await context.database
    .updateTable('partners_introduction_message')
    .set({ translations: sql`translations || ${added}::jsonb` })
    .where('message_id', '=', message.id)
    .where('introduction_id', '=', id)
    .execute()
  await recordActivity(context, {
    networkId,
    verb: 'translated',
    subjectKind: 'introduction',
    subjectId: id,
    detail: { message: message.id, language },
  })
}
