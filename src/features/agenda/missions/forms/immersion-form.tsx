import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { personalErrors } from '../../../../platform/records/fields/public-text.ts'
import { formOf } from '../../../../ui/form/record-fields.tsx'
import { immersionFields, immersionKind } from '../immersion.ts'
import { missionPart, withMission } from './mission-part.tsx'

const form = formOf(immersionFields, ['trades', 'hostPost', 'guestPost', 'days', 'aims'])

/** Whose work is shared, by whom, for how long and to what end. */
export const immersionForm = missionPart({
  ...{ key: 'immersion', title: 'agenda.immersion.title', lead: 'agenda.immersion.lead' },
  isFor: ({ document }) => document.kind === immersionKind,
  words: ({ reader, document: { mission } }) =>
    chooseText(mission.immersion.aims, reader.language)?.text.slice(0, 200) ?? '',
  values: ({ reader, document: { mission } }) => form.values({ reader, document: mission.immersion }),
  schema: ({ reader, network, document: { mission } }) =>
    form.schema({ reader, network, document: mission.immersion }),
  write: (call, typed) => {
    const errors = personalErrors(typed)
    return errors.length > 0 ? errors : withMission(call, { immersion: typed })
  },
  form: ({ network, document: { mission } }) => form.form({ network, document: mission.immersion }),
})
