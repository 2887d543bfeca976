import { z } from 'zod'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import { valuesOfChoice } from '../../../directory/picking/index.ts'
import { BodyFields, listNamed, longestName, missionPart, withMission } from './mission-part.tsx'

export const longestPost = 200

/** Who leads a delegation: the name, the post and the organisation as they were given. */
export const headForm = missionPart({
  key: 'head',
  title: 'agenda.mission.head',
  lead: 'agenda.mission.headLead',
  words: ({ document }) => document.mission.head.name,
  values: async (call) => {
    const { head } = call.document.mission
    const refs = await listNamed(call)
    return {
      headName: head.name,
      ...valuesOfChoice(call.reader, 'body', refs.get(head.organisationId ?? '')),
      bodyWords: head.organisationWords,
    }
  },
  schema: ({ document }) =>
    z.object({
      headName: z.string().trim().max(longestName).default(''),
      post: localizedText({ max: longestPost, previous: document.mission.head.post }),
      bodyWords: z.string().trim().max(longestName).default(''),
    }),
  write: async (call, typed, values) => {
    const bodies = await readChoices(call.context, values, ['body'])
    const errors = choiceErrors(bodies, true)
    if (errors.length > 0) return errors
    const { headName: name, post, bodyWords: organisationWords } = typed
    return withMission(call, {
      head: { name, post, organisationId: chosenId(bodies, 'body'), organisationWords },
    })
  },
  form: async (call, shown) => {
    const { reader, context, network, document } = call
    const { t } = reader
    return (
      <>
        <Field
          name="headName"
          label={t('agenda.mission.name')}
          hint={t('agenda.mission.nameHint')}
          autocomplete="off"
        />
        <LocalizedField
          name="post"
          label={t('agenda.mission.post')}
          languages={network.languages}
          text={document.mission.head.post}
          max={longestPost}
          rows={1}
        />
        <BodyFields
          call={call}
          choices={await readChoices(context, shown.values, ['body'])}
          name="body"
          hint={t('agenda.mission.organisationWordsHint')}
        />
      </>
    )
  },
})
