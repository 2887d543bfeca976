import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { eventKinds, eventRoles, eventStates, firmnesses } from '../../../agenda/events/index.ts'
import { type Choices, countryName, readChoices } from '../../../directory/index.ts'
import { OrganisationChoice, OrganisationList } from '../../../directory/picking/index.ts'
import type { CooperationCall } from './cooperation-part.ts'

export const longestActivityTitle = 300
export const longestFrame = 300

/** What an exchange is, when and where, and who takes part. */
export async function activityFields(call: CooperationCall, shown: Shown) {
  const { reader, context, network, document, entryId } = call
  const { t } = reader
  const found = document.activities.find(({ id }) => id === entryId)
  const count = countParts(shown.values, 'participants')
  const names = Array.from({ length: count }, (_, index) => `participants.${index}`)
  const choices = await readChoices(context, shown.values, [...names, 'place'])
  const choice = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    required: boolean,
  ) => <ChoiceField name={name} label={label} options={options} isFolded={!required} required={required} />
  return (
    <>
      {choice(
        'kind',
        t('registry.form.activityKind'),
        eventKinds.map((kind) => ({
          value: kind,
          label: capitalized(t(`agenda.eventKind.${kind}`), reader.interfaceLanguage),
        })),
        true,
      )}
      <LocalizedField
        name="title"
        label={t('registry.form.activityTitle')}
        hint={t('registry.form.activityTitleHint')}
        languages={network.languages}
        text={found?.title ?? {}}
        max={longestActivityTitle}
        rows={1}
        required
      />
      <DateField name="when" label={t('registry.record.date')} />
      {choice(
        'state',
        t('registry.form.activityState'),
        eventStates.map((state) => ({ value: state, label: t(`registry.form.activityState.${state}`) })),
        true,
      )}
      {choice(
        'firmness',
        t('registry.form.firmness'),
        [
          { value: '', label: t('registry.form.noFirmness') },
          ...firmnesses.map((each) => ({
            value: each,
            label: capitalized(t(`agenda.firmness.${each}`), reader.interfaceLanguage),
          })),
        ],
        false,
      )}
      <Participants call={call} shown={shown} choices={choices} />
      <OrganisationChoice
        call={call}
        choices={choices}
        name="place"
        label={t('registry.field.place')}
        hint={t('registry.form.placeHint')}
      />
      <LocalizedField
        name="frame"
        label={t('registry.record.frame')}
        hint={t('registry.form.frameHint')}
        languages={network.languages}
        text={found?.frame ?? {}}
        max={longestFrame}
        rows={1}
      />
      <ChoiceField
        name="guests"
        label={t('registry.record.guestCountries')}
        hint={t('registry.form.guestsHint')}
        options={network.countries.map((country) => ({
          value: country,
          label: countryName(reader, country),
        }))}
        multiple
      />
    </>
  )
}

interface ParticipantsProps {
  call: CooperationCall
  shown: Shown
  choices: Choices
}

function Participants({ call, shown, choices }: ParticipantsProps) {
  const { reader } = call
  const { t } = reader
  return (
    <OrganisationList
      call={call}
      shown={shown}
      choices={choices}
      name="participants"
      label={t('registry.record.organisations')}
      hint={t('registry.form.participantsHint')}
      titleOf={(index) => t('registry.form.participant', { number: index + 1 })}
      addLabel={t('registry.form.addParticipant')}
      organisationLabel={t('registry.form.organisation')}
    >
      {(prefix) => (
        <ChoiceField
          name={`${prefix}.role`}
          label={t('registry.record.role')}
          options={eventRoles.map((role) => ({ value: role, label: t(`agenda.role.${role}`) }))}
          chosen={[typedValue(shown.values, `${prefix}.role`) || 'participant']}
          isFolded
          required
        />
      )}
    </OrganisationList>
  )
}
