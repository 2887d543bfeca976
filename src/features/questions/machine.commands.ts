import { sql } from 'kysely'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { type Translator, TranslatorTrouble } from '../../platform/translation/translator.ts'
import { originalLanguage, withPassage } from '../../platform/translation/with-passage.ts'
import { writeAnswer, writeQuestion } from './writing.commands.ts'

// A service that is down for a day leaves what it missed to people.
const triedForHours = 24

interface Untranslated {
  id: string
  networkId: string
  /** Null where the text is the question’s own. */
  answer: string | null
  column: 'question' | 'tried' | 'words' | 'back' | 'back_said'
  text: LocalizedText
  /** BCP 47: those of the network that it lacks. */
  missing: string[]
}

/**
 * Makes what each minute has a machine translate new questions and answers, into the languages of their network that they lack: before a mail
 * with them leaves; and anew once they were changed. What only some read, where its asker lets it. No translation that holds is replaced.
 */
export function questionTranslation(application: Application, translator: Translator): () => Promise<void> {
  // What the service has no words for, or takes for too long, is not put to it each minute.
  const hopeless = new Set<string>()
  const translate = async (context: Context, each: Untranslated, language: string) => {
    const { id, networkId, answer, column, text } = each
    const from = originalLanguage(text)
    const words = from === null ? undefined : text[from]?.text
    const key = `${answer ?? id} ${column} ${language} ${words}`
    if (from === null || words === undefined || hopeless.has(key)) return text
    const [made = ''] = await translator.translate([words], from, language).catch((error: unknown) => {
      if (isOfText(error)) return []
      throw error
    })
    const after = withPassage(text, language, { text: made.trim(), state: 'machine' })
    const columns = { [column]: JSON.stringify(after) }
    const still = sql<boolean>`${sql.ref(column)} = ${JSON.stringify(text)}::jsonb`
    if (made.trim() === '') hopeless.add(key)
    else if (answer === null) await writeQuestion(context, { id, networkId }, null, columns, { still })
    else await writeAnswer(context, { id, networkId }, answer, null, columns, { still })
    return after
  }
  return async () => {
    const context = operatorContext(application)
    try {
      for (const each of await listUntranslated(context))
        for (const language of each.missing) each.text = await translate(context, each, language)
    } catch (error) {
      if (!(error instanceof TranslatorTrouble)) throw error
      application.log.warn({ err: error }, 'questions: no machine translation')
    }
  }
}

/** It is the text’s own, and holds up no other. */
const isOfText = (error: unknown) => error instanceof TranslatorTrouble && error.trouble === 'tooLong'

async function listUntranslated({ database, clock }: Context): Promise<Untranslated[]> {
  const since = clock.now().subtract({ hours: triedForHours }).toString()
  const isGiven = sql`q.asked_at is not null and q.hidden_at is null and (q.visibility = 'group' or q.may_translate)`
  const { rows } = await sql<Untranslated>`
    select t.*, missing.languages as missing from (
      select q.question_id as id, q.network_id as "networkId", null::uuid as answer, f.name as "column", f.text
      from questions_question q cross join lateral (values ('question', q.question), ('tried', q.tried)) as f (name, text)
      where ${isGiven} and q.updated_at > ${since}
      union all
      select q.question_id, q.network_id, a.answer_id, f.name, f.text
      from questions_answer a join questions_question q on q.question_id = a.question_id
        cross join lateral (values ('words', a.words), ('back', a.back), ('back_said', a.back_said)) as f (name, text)
      where ${isGiven} and a.held_at is null and a.updated_at > ${since}) t
    join networks_network n on n.network_id = t."networkId"
    cross join lateral (select array_agg(l) as languages from unnest(n.languages) l
      where not t.text ? l or t.text -> l ->> 'state' = 'stale') missing
    where t.text <> '{}' and missing.languages is not null
  `.execute(database)
  return rows
}
