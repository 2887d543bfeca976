import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import { choiceErrors, chosenId, type OrganisationRef, readChoices } from '../../../directory/index.ts'
import { valuesOfChoice } from '../../../directory/picking/index.ts'
import type { EventCall } from '../../events/forms/event-part.ts'
import type { MissionStop } from '../document/schema.ts'
import { BodyFields } from './body-fields.tsx'
import { longestName } from './mission-part.ts'

/** What the list of counterparts sends. */
export const typedCounterparts = {
  counterparts: z
    .array(
      z.object({
        entry: z.string().default(''),
        bodyWords: z.string().trim().max(longestName).default(''),
      }),
    )
    .max(60)
    .default([]),
}

/** The counterparts of a stop, as the fields of its form hold them. */
export function counterpartValues(
  reader: Reader,
  { counterparts }: MissionStop,
  refs: ReadonlyMap<string, OrganisationRef>,
): FormValues {
  return Object.assign(
    {},
    ...counterparts.map((each, index) => ({
      [`counterparts.${index}.entry`]: each.id,
      ...valuesOfChoice(reader, `counterparts.${index}.body`, refs.get(each.organisationId ?? '')),
      [`counterparts.${index}.bodyWords`]: each.organisationWords,
    })),
  )
}

/** The counterparts as organisations of the directory or as named; or what is wrong with them. */
export async function readCounterparts(
  { context }: EventCall,
  stop: MissionStop,
  typed: readonly { entry: string; bodyWords: string }[],
  values: FormValues,
): Promise<Pick<MissionStop, 'counterparts'> | { errors: FieldError[] }> {
  const bodies = await readChoices(context, values, bodyNames(typed.length))
  const errors = choiceErrors(bodies, true)
  for (const [index, { bodyWords }] of typed.entries())
    if (bodyWords === '' && bodies.get(`counterparts.${index}.body`)?.state === 'empty')
      errors.push(fieldError(`counterparts.${index}.body.name`, 'ui.form.missing'))
  if (errors.length > 0) return { errors }
  return {
    counterparts: typed.map(({ entry, bodyWords }, index) => ({
      id: stop.counterparts.find(({ id }) => id === entry)?.id ?? newId(),
      organisationId: chosenId(bodies, `counterparts.${index}.body`),
      organisationWords: bodyWords,
    })),
  }
}

/** A list of the counterparts at a stop. */
export async function CounterpartFields(call: EventCall, shown: Shown) {
  const { context, reader } = call
  const { t } = reader
  const count = countParts(shown.values, 'counterparts')
  const choices = await readChoices(context, shown.values, bodyNames(count))
  return (
    <RepeatedParts
      name="counterparts"
      label={t('agenda.mission.counterparts')}
      hint={t('agenda.mission.counterpartsHint')}
      count={count}
      titleOf={(index) => t('agenda.mission.counterpart', { number: index + 1 })}
      addLabel={t('agenda.mission.addCounterpart')}
      isOrdered
    >
      {(prefix) => (
        <>
          <input type="hidden" name={`${prefix}.entry`} value={typedValue(shown.values, `${prefix}.entry`)} />
          <BodyFields call={call} choices={choices} name={`${prefix}.body`} />
        </>
      )}
    </RepeatedParts>
  )
}

function bodyNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `counterparts.${index}.body`)
}
