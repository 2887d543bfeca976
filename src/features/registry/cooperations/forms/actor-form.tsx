import { z } from 'zod'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, OrganisationChoice, valuesOfChoice } from '../../../directory/picking/index.ts'
import { cooperationPart } from './cooperation-part.ts'

export const longestRole = 500

/** A body that takes part in the tie beside its parties, and what it does. */
export const actorForm = cooperationPart({
  key: 'actors',
  title: 'registry.cooperation.actors',
  lead: 'registry.form.actorsLead',
  entries: async ({ context, reader, document }) => {
    const refs = await listOrganisationRefs(
      context,
      document.actors.map(({ id }) => id),
    )
    return document.actors.map(({ id, role }) => {
      const name = chooseName(refs.get(id)?.name ?? {}, reader.language)
      return {
        id,
        title: name.text || id,
        language: name.language,
        note: chooseText(role, reader.language)?.text ?? '',
      }
    })
  },
  values: async ({ context, reader, entryId }) => {
    const refs = await listOrganisationRefs(context, entryId === null ? [] : [entryId])
    return valuesOfChoice(reader, 'actor', entryId === null ? undefined : refs.get(entryId))
  },
  schema: ({ document, entryId }) =>
    z.object({
      role: localizedText({
        max: longestRole,
        previous: document.actors.find(({ id }) => id === entryId)?.role ?? {},
      }),
    }),
  write: async ({ context, document, entryId }, { role }, values) => {
    const choices = await readChoices(context, values, ['actor'])
    const id = chosenId(choices, 'actor')
    if (id === null) return choiceErrors(choices)
    const isTaken = id !== entryId && document.actors.some((actor) => actor.id === id)
    if (isTaken) return [fieldError('actor.name', 'registry.form.actorTwice')]
    const found = document.actors.find((actor) => actor.id === entryId)
    const actor = { id, role, knownOn: found?.id === id ? found.knownOn : context.today }
    return {
      ...document,
      actors: found
        ? document.actors.map((each) => (each.id === entryId ? actor : each))
        : [...document.actors, actor],
    }
  },
  remove: ({ document, entryId }) => ({
    ...document,
    actors: document.actors.filter(({ id }) => id !== entryId),
  }),
  form: async (call, shown) => {
    const { reader, context, network, document, entryId } = call
    return (
      <>
        <OrganisationChoice
          call={call}
          choices={await readChoices(context, shown.values, ['actor'])}
          name="actor"
          label={reader.t('registry.form.organisation')}
          required
        />
        <LocalizedField
          name="role"
          label={reader.t('registry.form.actorRole')}
          hint={reader.t('registry.form.actorRoleHint')}
          languages={network.languages}
          text={document.actors.find(({ id }) => id === entryId)?.role ?? {}}
          max={longestRole}
        />
      </>
    )
  },
})
