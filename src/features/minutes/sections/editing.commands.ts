import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { chooseText, mergeLocalizedText, type TypedText } from '../../../platform/i18n/localized-text.ts'
import { type Conflict, mergeDocuments } from '../../../platform/records/merge.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { lockUnfinished, noteChange } from '../meetings/commands.ts'
import { listNotes } from '../notes/queries.ts'
import { mayKeepMeetings } from '../policy.ts'
import { keepVersion, replaceSections } from './commands.ts'
import { asParagraphs } from './markdown.ts'
import { findVersion, selectSections } from './queries.ts'
import { asDocument, type Section, sectionsOf } from './section.ts'

export interface Minutes {
  networkId: string
  meetingId: string
}

export interface TypedSection {
  title: TypedText
  text: TypedText
  level: number
  reason: string
}

/** Turns notes into the text of minutes: one part for each point that has none yet. `language` is that of the notes. */
export async function prepareMinutes(
  context: Context,
  minutes: Minutes,
  { language, restTitle }: { language: string; restTitle: string },
): Promise<void> {
  await changingText(context, minutes, '', async (inside, sections) => {
    const now = inside.clock.now().toString()
    await inside.database
      .updateTable('minutes_meeting')
      .set({ prepared_at: now, prepared_by: personIdOf(inside.actor) })
      .where('meeting_id', '=', minutes.meetingId)
      .where('prepared_at', 'is', null)
      .execute()
    const titles = new Set(sections.map(({ title }) => chooseText(title, language)?.text))
    const added = (await listNotes(inside, minutes.meetingId))
      // A point without notes keeps its place; the rest of the meeting is left out when nothing was noted.
      .filter(({ title, text }) => title !== null || text.trim() !== '')
      .map(({ title, text }) => ({
        id: newId(),
        title: title ?? asOriginal(restTitle, language),
        text: asOriginal(asParagraphs(text), language),
        level: 2,
      }))
      .filter(({ title }) => !titles.has(chooseText(title, language)?.text))
    return [...sections, ...added]
  })
}

/** Adds a part at the end. Returns its id. */
export async function addSection(context: Context, minutes: Minutes, typed: TypedSection): Promise<string> {
  const id = newId()
  await changingText(context, minutes, typed.reason, async (_, sections) => [
    ...sections,
    {
      id,
      title: mergeLocalizedText({}, typed.title),
      text: mergeLocalizedText({}, typed.text),
      level: typed.level,
    },
  ])
  return id
}

/** What prevents a change: another person changed the same passage after the form was drawn. */
export interface Clash {
  conflicts: Conflict[]
  /** The part as the others left it; null if they removed it. */
  theirs: Section | null
}

/**
 * Changes a part, starting from the version that its form showed (`seen`), and merges what others changed meanwhile, language by language.
 * Returns null; where both changed the same passage, returns the clash and writes nothing.
 */
export async function changeSection(
  context: Context,
  minutes: Minutes,
  sectionId: string,
  { seen, ...typed }: TypedSection & { seen: number },
): Promise<Clash | null> {
  const base = (await findVersion(context, minutes.meetingId, seen)).document
  const before = sectionsOf(base).find(({ id }) => id === sectionId) ?? notFound(sectionId)
  const mine = asDocument(
    sectionsOf(base).map((section) =>
      section.id === sectionId
        ? {
            id: section.id,
            title: mergeLocalizedText(before.title, typed.title),
            text: mergeLocalizedText(before.text, typed.text),
            level: typed.level,
          }
        : section,
    ),
  )
  let clash: Clash | null = null
  await changingText(context, minutes, typed.reason, async (_, sections) => {
    const { merged, conflicts } = mergeDocuments(base, mine, asDocument(sections))
    if (conflicts.length === 0) return sectionsOf(merged)
    clash = { conflicts, theirs: sections.find(({ id }) => id === sectionId) ?? null }
    return sections
  })
  return clash
}

/** Moves a part one place up or down. */
export async function moveSection(
  context: Context,
  minutes: Minutes,
  sectionId: string,
  by: -1 | 1,
): Promise<void> {
  await changingText(context, minutes, '', async (_, sections) => {
    const at = sections.findIndex(({ id }) => id === sectionId)
    const moved = sections[at] ?? notFound(sectionId)
    const to = Math.max(0, Math.min(sections.length - 1, at + by))
    return sections.toSpliced(at, 1).toSpliced(to, 0, moved)
  })
}

/** Removes a part from the text; an earlier version still has it. */
export async function removeSection(context: Context, minutes: Minutes, sectionId: string): Promise<void> {
  await changingText(context, minutes, '', async (_, sections) =>
    sections.filter(({ id }) => id !== sectionId),
  )
}

/** Replaces the present text by that of an earlier version. */
export async function restoreVersion(context: Context, minutes: Minutes, number: number): Promise<void> {
  const { document } = await findVersion(context, minutes.meetingId, number)
  await changingText(context, minutes, '', async () => sectionsOf(document))
}

/** Changes the text of minutes that are not final, keeps the resulting version, and records the change. */
export async function changingText(
  context: Context,
  { networkId, meetingId }: Minutes,
  reason: string,
  work: (inside: Context, sections: Section[]) => Promise<Section[]>,
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    await lockUnfinished(inside, meetingId)
    const before = await selectSections(inside, meetingId)
    const after = await work(inside, before)
    if (JSON.stringify(after) === JSON.stringify(before)) return
    await replaceSections(inside, meetingId, after)
    await keepVersion(inside, meetingId, { sections: after, reason })
    await noteChange(inside, { networkId, meetingId, verb: 'changed-minutes' })
  })
}

function asOriginal(text: string, language: string) {
  return text.trim() === '' ? {} : { [language]: { text: text.trim(), state: 'original' as const } }
}
