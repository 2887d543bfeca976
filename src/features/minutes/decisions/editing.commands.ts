import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { SaidDate } from '../../../platform/dates/index.ts'
import {
  type LocalizedText,
  mergeLocalizedText,
  type TypedText,
} from '../../../platform/i18n/localized-text.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { forgetEvidence } from '../../registry/evidence/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import { changeAction, removeActions, writeActions } from '../actions/commands.ts'

import { findEvidence } from '../final/commands.ts'
import { minutesTexts } from '../minutes-texts.commands.ts'
import { mayKeepMeetings } from '../policy.ts'
import { columnsOf, writeDecisions } from './commands.ts'
import type { DecisionState } from './decision.ts'
import { findDecision } from './queries.ts'

export interface TypedAction {
  id: string | null
  text: TypedText
  organisationId: string | null
  person: string
  due: SaidDate | null
}

/** A decision as its form sends it. */
export interface TypedDecision {
  text: TypedText
  saidBy: TypedText
  state: DecisionState
  horizon: SaidDate | null
  quotation: string
  actions: TypedAction[]
}

/** Adds a decision or proposal to a meeting. Returns its id. `language` is that of the words for dates. */
export async function addDecision(
  context: Context,
  { networkId, meetingId }: { networkId: string; meetingId: string },
  typed: TypedDecision,
  language: string,
): Promise<string> {
  authorize(mayKeepMeetings(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const [id = ''] = await writeDecisions(inside, networkId, meetingId, [
      {
        ...asDecision(typed, language),
        knownOn: inside.today,
        actions: typed.actions.map((each) => ({ ...asAction(each, language), knownOn: inside.today })),
      },
    ])
    await findEvidence(inside, networkId, meetingId)
    await noteDecision(inside, networkId, id, 'added')
    return id
  })
}

/** Changes a decision and its actions. Actions that are no longer listed are removed. */
export async function changeDecision(
  context: Context,
  networkId: string,
  decisionId: string,
  typed: TypedDecision,
  language: string,
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const before = await findDecision(inside, networkId, decisionId)
    await inside.database
      .updateTable('minutes_decision')
      .set(columnsOf(asDecision(typed, language, before)))
      .where('decision_id', '=', decisionId)
      .execute()
    const kept = new Set(typed.actions.flatMap(({ id }) => id ?? []))
    await removeActions(
      inside,
      before.actions.map(({ id }) => id).filter((id) => !kept.has(id)),
    )
    for (const [position, action] of typed.actions.entries()) {
      const own = before.actions.find(({ id }) => id === action.id)
      const values = asAction(action, language, own)
      if (own) await changeAction(inside, own.id, values, position)
      else
        await writeActions(
          inside,
          { networkId, decisionId },
          [{ ...values, knownOn: inside.today }],
          position - 1,
        )
    }
    if (before.meeting && before.quotation !== typed.quotation) {
      await forgetEvidence(inside, [decisionId])
      await findEvidence(inside, networkId, before.meeting.id)
    }
    await noteDecision(inside, networkId, decisionId, 'changed')
  })
}

/** Removes a decision with its actions. */
export async function removeDecision(context: Context, networkId: string, decisionId: string): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { actions } = await findDecision(inside, networkId, decisionId)
    await removeActions(
      inside,
      actions.map(({ id }) => id),
    )
    await forgetEvidence(inside, [decisionId])
    const { numDeletedRows } = await inside.database
      .deleteFrom('minutes_decision')
      .where('decision_id', '=', decisionId)
      .executeTakeFirst()
    if (numDeletedRows !== 1n) notFound(decisionId)
    await noteDecision(inside, networkId, decisionId, 'removed')
  })
}

/** Follows every change of a decision: queues its texts for translation, redraws pages and records the activity. */
export async function noteDecision(
  context: Context,
  networkId: string,
  decisionId: string,
  verb: string,
): Promise<void> {
  await reindexTexts(context, minutesTexts, networkId, [{ kind: 'decision', id: decisionId }])
  await recordActivity(context, { networkId, verb, subjectKind: 'decision', subjectId: decisionId })
}

function asDecision(
  typed: TypedDecision,
  language: string,
  before?: { text: LocalizedText; saidBy: LocalizedText; horizonWords: LocalizedText },
) {
  return {
    text: mergeLocalizedText(before?.text ?? {}, typed.text),
    saidBy: mergeLocalizedText(before?.saidBy ?? {}, typed.saidBy),
    state: typed.state,
    horizon: typed.horizon?.edtf ?? null,
    horizonWords: saidWords(typed.horizon, language, before?.horizonWords),
    quotation: typed.quotation,
  }
}

function asAction(
  typed: TypedAction,
  language: string,
  before?: { text: LocalizedText; dueWords: LocalizedText },
) {
  return {
    text: mergeLocalizedText(before?.text ?? {}, typed.text),
    organisationId: typed.organisationId,
    person: typed.person,
    due: typed.due?.edtf ?? null,
    dueWords: saidWords(typed.due, language, before?.dueWords),
  }
}

/** The words of a date as typed, merged with the existing ones; none where the date says everything. */
export function saidWords(
  said: SaidDate | null,
  language: string,
  before: LocalizedText = {},
): LocalizedText {
  if (!said?.words) return {}
  return mergeLocalizedText(before, { texts: { [language]: said.words }, reviewed: [], original: null })
}
