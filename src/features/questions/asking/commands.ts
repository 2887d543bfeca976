import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { freeSlug, slugOf } from '../../../platform/input/slug.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { Trade } from '../../contacts/index.ts'
import type { Network, Theme } from '../../networks/index.ts'
import { isAsker } from '../involvement.ts'
import { reservedSlugs } from '../paths.ts'
import { lookUpQuestion } from '../questions/queries.ts'
import type { Question } from '../questions/question.ts'
import type { Visibility } from '../routing/peer.ts'
import { startWaves, takeRoutingTurn } from '../routing/waves.commands.ts'
import { refreshQuestionSearch } from '../search.commands.ts'
import { reworded } from '../words.ts'
import { writeQuestion } from '../writing.commands.ts'

export interface QuestionWords {
  question: LocalizedText
  tried: LocalizedText
  neededBy: string | null
}

interface Draft extends QuestionWords {
  networkId: string
  askerId: string
  via: 'page' | 'mail' | 'program'
  language: string
  themes: readonly Theme[]
  trade: Trade | null
}

/** Writes a question down for an authority: asked of nobody before its asker sends it. Returns its slug and id. */
export async function draftQuestion(
  context: Context,
  { networkId: network_id, askerId, via, language, themes, trade, ...words }: Draft,
): Promise<{ id: string; slug: string }> {
  return inTransaction(context, async (inside) => {
    const { database, clock, actor, today } = inside
    const [id, now] = [newId(), clock.now().toString()]
    await takeTurn(inside, `questions_question ${network_id}`)
    const wished = slugOf(shortened(chooseText(words.question, 'en')?.text ?? ''), 'question')
    const taken = await database
      .selectFrom('questions_question')
      .select('slug')
      .where('network_id', '=', network_id)
      .where('slug', 'like', `${wished}%`)
      .execute()
    const slug = freeSlug(wished, new Set([...reservedSlugs, ...taken.map((row) => row.slug)]))
    await database
      .insertInto('questions_question')
      .values({
        ...{ question_id: id, network_id, slug, asker_id: askerId, asked_by: personIdOf(actor), via },
        ...{ ...columnsOf(words), language, themes: [...themes], trade },
        ...{ known_on: today, created_at: now, updated_at: now },
      })
      .execute()
    await refreshQuestionSearch(inside, id)
    return { id, slug }
  })
}

// An address of a page: the first words of a question are enough.
const longestSlug = 60
function shortened(text: string): string {
  return text.length <= longestSlug ? text : text.slice(0, text.lastIndexOf(' ', longestSlug))
}

const columnsOf = ({ question, tried, neededBy }: QuestionWords) => ({
  question: JSON.stringify(question),
  tried: JSON.stringify(tried),
  needed_by: neededBy,
})

/** Changes the words of a question. After it was asked, those who read it find the new words; its translations are stale at once. */
export async function changeQuestion(
  context: Context,
  question: Question,
  words: QuestionWords,
): Promise<void> {
  authorize(isAsker(context.actor, question))
  const columns = columnsOf({
    ...words,
    question: reworded(question.question, words.question),
    tried: reworded(question.tried, words.tried),
  })
  await writeQuestion(context, question, question.askedAt === null ? null : 'changed', columns)
}

export interface Sending {
  themes: readonly Theme[]
  trade: Trade | null
  visibility: Visibility
  /** Ids of authorities, where not the whole group may read it. */
  named: readonly string[]
  mayTranslate: boolean
}

const isDraft = sql<boolean>`asked_at is null and closed_at is null`
const asked = () => new Refusal('changedMeanwhile', 'The question was asked already')

/** Asks a question that was written down: who may read it, and the first people to whom it goes. Refuses one that was asked already. */
export async function askQuestion(
  context: Context,
  network: Network,
  question: Question,
  { themes, trade, visibility, named, mayTranslate }: Sending,
): Promise<number> {
  authorize(isAsker(context.actor, question))
  return inTransaction(context, async (inside) => {
    // Before anything is written: whoever has the turn writes to the same rows.
    await takeRoutingTurn(inside, network.id)
    const columns = {
      ...{ themes: [...themes], trade, visibility, may_translate: mayTranslate },
      ...{ asked_at: inside.clock.now().toString(), known_on: inside.today },
    }
    if (!(await writeQuestion(inside, question, 'asked', columns, { still: isDraft }))) throw asked()
    const readers = visibility === 'group' ? [] : named.filter((id) => id !== question.asker.id)
    for (const organisation_id of new Set(readers))
      await inside.database
        .insertInto('questions_named')
        .values({ question_id: question.id, organisation_id })
        .execute()
    const sent = await lookUpQuestion(inside, question.id)
    return sent === null ? 0 : startWaves(inside, network, sent)
  })
}

/** Its asker found the answer before anybody was asked: in a sheet, or in a question that was answered. Counted, and nobody is asked. */
export async function noteFound(context: Context, question: Question, sheetId: string | null): Promise<void> {
  authorize(isAsker(context.actor, question))
  const columns = { closed_at: context.clock.now().toString(), outcome: 'found', sheet_id: sheetId }
  if (!(await writeQuestion(context, question, 'found', columns, { still: isDraft }))) throw asked()
}

/** Throws a question away that was asked of nobody. */
export async function dropDraft(context: Context, question: Question): Promise<void> {
  authorize(isAsker(context.actor, question))
  await context.database
    .deleteFrom('questions_question')
    .where('question_id', '=', question.id)
    .where('asked_at', 'is', null)
    .execute()
}
