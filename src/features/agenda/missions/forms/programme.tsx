import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { mergeLocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { dayInput } from '../../../../platform/input/date-input.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  says,
  typedValue,
} from '../../../../platform/input/form.ts'
import { typedText } from '../../../../platform/input/text-input.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { languageOptions } from '../../../../ui/form/language-options.ts'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import type { EventCall } from '../../events/forms/event-part.tsx'
import { typedTime } from '../../events/forms/when-reading.ts'
import type { MissionItem, MissionStop } from '../document/schema.ts'

export const longestItem = 300

const typedItem = z.object({
  entry: z.string().default(''),
  day: z.union([z.literal(''), dayInput(says('agenda.error.day'))]).default(''),
  start: typedTime,
  end: typedTime,
  title: typedText({ max: longestItem, isRequired: true }),
  language: z
    .string()
    .regex(/^$|^[a-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/)
    .default(''),
})

/** What the programme of a stop sends. */
export const typedProgramme = { programme: z.array(typedItem).max(100).default([]) }

/** The programme as the fields of the form hold it; titles come from the record. */
export function programmeValues({ programme }: MissionStop): FormValues {
  return Object.assign(
    {},
    ...programme.map((item, index) => ({
      [`programme.${index}.entry`]: item.id,
      [`programme.${index}.day`]: item.day ?? '',
      [`programme.${index}.start`]: item.start ?? '',
      [`programme.${index}.end`]: item.end ?? '',
      [`programme.${index}.language`]: item.language ?? '',
    })),
  )
}

/** The items of a programme, each within the days of its stop; or what is wrong with them. */
export function readProgramme(
  stop: MissionStop,
  typed: readonly z.output<typeof typedItem>[],
  when: string | null,
): { items: MissionItem[] } | { errors: FieldError[] } {
  const days = when === null ? null : readEdtf(when)
  const errors = typed.flatMap(({ day, start, end }, index): FieldError[] => {
    const at = `programme.${index}`
    if (day !== '' && days !== null && (day < days.from || day > days.to))
      return [fieldError(`${at}.day`, 'agenda.error.dayOutsideStop')]
    if (start === null && end !== null) return [fieldError(`${at}.start`, 'agenda.error.startMissing')]
    if (start !== null && end !== null && end <= start)
      return [fieldError(`${at}.end`, 'agenda.error.endBeforeStart')]
    return []
  })
  if (errors.length > 0) return { errors }
  return {
    items: typed.map(({ entry, day, start, end, title, language }) => {
      const stored = stop.programme.find(({ id }) => id === entry)
      return {
        id: stored?.id ?? newId(),
        day: day === '' ? null : day,
        start,
        end,
        title: mergeLocalizedText(stored?.title ?? {}, title),
        language: language === '' ? null : language,
      }
    }),
  }
}

interface ProgrammeFieldsProps {
  call: EventCall
  shown: Shown
  stop: MissionStop
}

/** What is planned at a stop, item by item. */
export function ProgrammeFields({ call, shown, stop }: ProgrammeFieldsProps) {
  const { t } = call.reader
  return (
    <RepeatedParts
      name="programme"
      label={t('agenda.mission.programme')}
      hint={t('agenda.mission.programmeHint')}
      titleOf={(index) => t('agenda.mission.item', { number: index + 1 })}
      addLabel={t('agenda.mission.addItem')}
      isOrdered
    >
      {(prefix) => <ItemFields call={call} shown={shown} stop={stop} prefix={prefix} />}
    </RepeatedParts>
  )
}

function ItemFields({ call, shown, stop, prefix }: ProgrammeFieldsProps & { prefix: string }) {
  const { reader, network } = call
  const { t } = reader
  const value = (name: string) => typedValue(shown.values, `${prefix}.${name}`)
  const stored = stop.programme.find(({ id }) => id === value('entry'))
  const languages = [...new Set([...network.languages, ...(stored?.language ? [stored.language] : [])])]
  const time = (name: 'start' | 'end') => (
    <Field name={`${prefix}.${name}`} label={t(name === 'start' ? 'agenda.form.start' : 'agenda.form.end')}>
      {(control) => <input {...control} type="time" value={value(name)} />}
    </Field>
  )
  return (
    <>
      <input type="hidden" name={`${prefix}.entry`} value={value('entry')} />
      <DayField name={`${prefix}.day`} label={t('agenda.mission.day')} value={value('day')} />
      <div class="minutes-hours">
        {time('start')}
        {time('end')}
      </div>
      <LocalizedField
        name={`${prefix}.title`}
        label={t('agenda.mission.itemTitle')}
        languages={network.languages}
        text={stored?.title ?? {}}
        max={longestItem}
        rows={1}
        required
      />
      <ChoiceField
        name={`${prefix}.language`}
        label={t('agenda.mission.itemLanguage')}
        options={[{ value: '', label: t('agenda.form.notSaid') }, ...languageOptions(reader, languages)]}
        chosen={[value('language')]}
        isFolded
      />
    </>
  )
}
