import { organisationsOf } from '../../../platform/context/actor.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { type FieldError, type FormValues, fieldError } from '../../../platform/input/form.ts'
import type { PartCall } from '../../../platform/records/record-kind.ts'
import { OrganisationChoice } from './organisation-choice.tsx'
import { choiceErrors, readChoices } from './picked.ts'
import { listOrganisationRefs } from './queries.ts'

type Call = Pick<PartCall, 'context' | 'reader' | 'network' | 'form'>

interface OwnChoice {
  name: string
  label: PlainMessageKey
  hint: PlainMessageKey
  /** What is said of one that has ended. */
  ended: PlainMessageKey
}

/** The field of a new record for the authority whose it is: at first the reader’s own, and always one that still exists. */
export function ownChoice({ name, label, hint, ended }: OwnChoice) {
  return {
    find: async ({ context, network }: Call) => {
      const own = organisationsOf(context.actor, network.id, ['member']).slice(0, 1)
      return [...(await listOrganisationRefs(context, own)).values()][0]
    },
    read: async (
      { context }: Call,
      values: FormValues,
    ): Promise<{ id: string | null; errors: FieldError[] }> => {
      const choices = await readChoices(context, values, [name])
      const picked = choices.get(name)
      if (picked?.state !== 'chosen') return { id: null, errors: choiceErrors(choices) }
      const { id, validUntil } = picked.organisation
      const hasEnded = validUntil !== null && validUntil <= context.today
      return { id, errors: hasEnded ? [fieldError(`${name}.name`, ended)] : [] }
    },
    form: async (call: Call, values: FormValues) => (
      <OrganisationChoice
        call={call}
        choices={await readChoices(call.context, values, [name])}
        name={name}
        label={call.reader.t(label)}
        hint={call.reader.t(hint)}
        required
      />
    ),
  }
}
