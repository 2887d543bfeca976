import { z } from 'zod'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { isSame } from '../../../../platform/records/record-document.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { dateToType, dayWords } from '../../../../ui/text/date-words.ts'
import { RepeatChoice } from '../../recurrence/forms/repeat-form.tsx'
import { readChoice, typedChoice } from '../../recurrence/forms/repeat-reading.ts'
import { presetOf } from '../../recurrence/preset.ts'
import type { EventDocument } from '../document/schema.ts'
import { eventPart } from './event-part.tsx'
import { redrawForCheck, renderWhenCheck, WhenFields } from './when-fields.tsx'
import { hoursToType, readWhen, typedWhen } from './when-reading.ts'

const changes = ['moved', 'correction'] as const

/** When an event is. A plan that moves keeps the former date, and shows it; a corrected slip does not. */
export const whenForm = eventPart({
  key: 'when',
  title: 'agenda.form.when',
  lead: 'agenda.form.whenLead',
  words: ({ reader, document }) => (document.when === null ? '' : dayWords(reader, document.when)),
  values: ({ reader, document }) => ({
    when:
      document.when === null
        ? ''
        : dateToType(reader, document.when, document.words[reader.interfaceLanguage]?.text ?? null),
    ...hoursToType(document),
    repeats: presetOf(document.recurrence),
    change: canMove(document) ? 'moved' : 'correction',
  }),
  redraw: redrawForCheck,
  schema: (call) =>
    z.object({ ...typedWhen(call), ...typedChoice, change: z.enum(changes).default('correction') }),
  write: (call, typed) => {
    const { document, context } = call
    const when = readWhen(call, typed)
    if (Array.isArray(when)) return when
    if (document.state === 'past' && when.when !== null && readEdtf(when.when).from > context.today)
      return [fieldError('when', 'agenda.error.pastIsAhead')]
    const recurrence = readChoice({ ...document, ...when }, typed.repeats)
    if (Array.isArray(recurrence)) return recurrence
    const dated = typed.change === 'moved' ? movedTo(document, when) : { ...document, ...when }
    return { ...dated, recurrence }
  },
  form: async (call, shown) => {
    const { t } = call.reader
    return (
      <>
        <WhenFields call={call} shown={shown} />
        {call.document.state === 'planned' ? await renderWhenCheck(call, shown.values) : null}
        <RepeatChoice call={call} shown={shown} />
        {canMove(call.document) ? (
          <ChoiceField
            name="change"
            label={t('agenda.form.change')}
            options={changes.map((each) => ({ value: each, label: t(`agenda.form.change.${each}`) }))}
            required
          />
        ) : null}
      </>
    )
  },
})

type When = Pick<EventDocument, 'when' | 'words' | 'startsAt' | 'endsAt' | 'zone'>

/** Whether an event can be put off: one without a date is dated, and a past one is corrected instead. */
export function canMove({ when, state }: Pick<EventDocument, 'when' | 'state'>): boolean {
  return when !== null && state === 'planned'
}

/** An event put off to another date; the former date is kept. */
export function movedTo(document: EventDocument, when: When): EventDocument {
  const isNew = when.when !== document.when || when.startsAt !== document.startsAt
  const previously = { when: document.when, words: document.words, startsAt: document.startsAt }
  const hasMoved = isNew && canMove(document) && !isSame(previously, document.previously)
  return { ...document, ...when, previously: hasMoved ? previously : document.previously }
}
