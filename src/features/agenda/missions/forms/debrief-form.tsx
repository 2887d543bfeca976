import { z } from 'zod'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { missionPart, withMission } from './mission-part.tsx'

export const longestDebrief = 4000

const texts = [
  { name: 'account', label: 'agenda.mission.account', hint: 'agenda.mission.accountHint' },
  { name: 'outcome', label: 'agenda.mission.outcome', hint: 'agenda.mission.outcomeHint' },
  { name: 'nextSteps', label: 'agenda.mission.nextSteps', hint: 'agenda.mission.nextStepsHint' },
] as const

/** The results of a mission, written by those who were there. */
export const debriefForm = missionPart({
  key: 'debrief',
  title: 'agenda.mission.debrief',
  lead: 'agenda.mission.debriefLead',
  words: ({ reader, document: { mission } }) =>
    chooseText(mission.debrief.account, reader.language)?.text.slice(0, 200) ?? '',
  values: () => ({}),
  schema: ({ document: { mission } }) => {
    const text = (name: (typeof texts)[number]['name']) =>
      localizedText({ max: longestDebrief, previous: mission.debrief[name] })
    return z.object({ account: text('account'), outcome: text('outcome'), nextSteps: text('nextSteps') })
  },
  write: (call, debrief) => {
    const { document, context } = call
    const says = Object.values(debrief).some((text) => Object.keys(text).length > 0)
    if (says && document.when !== null && readEdtf(document.when).from > context.today)
      return [fieldError('account', 'agenda.error.debriefAhead')]
    return withMission(call, { debrief })
  },
  form: ({ reader, network, document: { mission } }) =>
    texts.map(({ name, label, hint }) => (
      <LocalizedField
        key={name}
        name={name}
        label={reader.t(label)}
        hint={reader.t(hint)}
        languages={network.languages}
        text={mission.debrief[name]}
        max={longestDebrief}
        rows={5}
      />
    )),
})
