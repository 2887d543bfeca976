import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { type FieldError, fieldError, says, typedValue } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import { choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import { valuesOfChoice } from '../../../directory/picking/index.ts'
import type { EventCall } from '../../events/forms/event-part.tsx'
import { actorKinds } from '../codes.ts'
import type { MissionMember } from '../document/schema.ts'
import { BodyFields, listNamed, longestName, missionPart, withMission } from './mission-part.tsx'

const longestNames = 1000

/** A number of people or seats; null where the field is empty. */
export const typedCount = z
  .string()
  .trim()
  .regex(/^$|^[1-9]\d{0,3}$/, { error: says('agenda.error.count') })
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** Who goes along, counted or named, by the kind of actor. */
export const membersForm = missionPart({
  key: 'members',
  title: 'agenda.mission.members',
  lead: 'agenda.mission.membersLead',
  lists: ['members'],
  words: ({ reader, document: { mission } }) =>
    mission.members.map(({ kind }) => reader.t(`agenda.actor.${kind}`)).join(', '),
  values: async (call) => {
    const { reader, document } = call
    const refs = await listNamed(call)
    return Object.assign(
      {},
      ...document.mission.members.map((member, index) => ({
        [`members.${index}.entry`]: member.id,
        [`members.${index}.kind`]: member.kind,
        [`members.${index}.count`]: member.count === null ? '' : String(member.count),
        [`members.${index}.names`]: member.names,
        ...valuesOfChoice(reader, `members.${index}.body`, refs.get(member.organisationId ?? '')),
        [`members.${index}.bodyWords`]: member.organisationWords,
      })),
    )
  },
  schema: () =>
    z.object({
      members: z
        .array(
          z.object({
            entry: z.string().default(''),
            kind: z.enum(actorKinds),
            count: typedCount,
            names: z.string().trim().max(longestNames).default(''),
            bodyWords: z.string().trim().max(longestName).default(''),
          }),
        )
        .max(60)
        .default([]),
    }),
  write: async (call, { members }, values) => {
    const bodies = await readChoices(call.context, values, bodyNames(members.length))
    const errors: FieldError[] = choiceErrors(bodies, true)
    for (const [index, { count, names }] of members.entries())
      if (count === null && names === '')
        errors.push(fieldError(`members.${index}.count`, 'agenda.error.countOrNames'))
    if (errors.length > 0) return errors
    return withMission(call, {
      members: members.map(({ entry, kind, count, names, bodyWords }, index): MissionMember => {
        const stored = call.document.mission.members.find(({ id }) => id === entry)
        return {
          id: stored?.id ?? newId(),
          kind,
          count,
          names,
          organisationId: chosenId(bodies, `members.${index}.body`),
          organisationWords: bodyWords,
        }
      }),
    })
  },
  form: async (call, shown) => {
    const { reader, context } = call
    const { t } = reader
    const count = countParts(shown.values, 'members')
    const choices = await readChoices(context, shown.values, bodyNames(count))
    return (
      <RepeatedParts
        name="members"
        label={t('agenda.mission.members')}
        hint={t('agenda.mission.membersHint')}
        count={count}
        titleOf={(index) => t('agenda.mission.member', { number: index + 1 })}
        addLabel={t('agenda.mission.addMember')}
        isOrdered
      >
        {(prefix) => (
          <>
            <MemberFields call={call} shown={shown} prefix={prefix} />
            <BodyFields call={call} choices={choices} name={`${prefix}.body`} />
          </>
        )}
      </RepeatedParts>
    )
  },
})

interface MemberFieldsProps {
  call: EventCall
  shown: Shown
  prefix: string
}

function MemberFields({ call: { reader }, shown, prefix }: MemberFieldsProps) {
  const { t } = reader
  const value = (name: string) => typedValue(shown.values, `${prefix}.${name}`)
  return (
    <>
      <input type="hidden" name={`${prefix}.entry`} value={value('entry')} />
      <ChoiceField
        name={`${prefix}.kind`}
        label={t('agenda.mission.actorKind')}
        options={actorKinds.map((kind) => ({ value: kind, label: t(`agenda.actor.${kind}`) }))}
        chosen={[value('kind')]}
        isFolded
        required
      />
      <Field
        name={`${prefix}.count`}
        type="number"
        label={t('agenda.mission.count')}
        value={value('count')}
      />
      <Field
        name={`${prefix}.names`}
        label={t('agenda.mission.names')}
        hint={t('agenda.mission.namesHint')}
        value={value('names')}
        autocomplete="off"
      />
    </>
  )
}

function bodyNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `members.${index}.body`)
}
