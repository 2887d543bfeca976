import type { ComponentChildren } from 'preact'
import { typedValues } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Choice } from '../../../../../ui/form/choice-field.tsx'
import { FieldGroup } from '../../../../../ui/form/field-group.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { Section } from '../../../../../ui/text/headings.tsx'
import { countryName, OrganisationPicker } from '../../../../directory/index.ts'
import type { SessionRequest } from '../../call.ts'
import type { Candidate, Suggested } from '../../participants/queries.ts'
import { ParticipantName } from '../../participants/views/participant-name.tsx'
import { paths } from '../../paths.ts'
import { MeetingsHeading } from '../../views/meetings-heading.tsx'

interface AdditionsPageProps {
  asked: SessionRequest
  shown: Shown
  suggested: Suggested
  picked: Parameters<typeof OrganisationPicker>[0]['picked']
}

/** Who is likely to take part, to be ticked; and anybody else, by hand. */
export function AdditionsPage({ asked, shown, suggested, picked }: AdditionsPageProps) {
  const { reader, network, event } = asked
  const { t } = reader
  const action = paths.additions(reader, network.slug, event.slug)
  return (
    <>
      <MeetingsHeading asked={asked} lead={t('partners.assignment.addLead')}>
        {t('partners.assignment.add')}
      </MeetingsHeading>
      <FormErrors errors={sayErrors(reader, shown.errors).list} />
      <Section id="suggested" title={t('partners.assignment.suggested')}>
        {suggested.candidates.length === 0 ? (
          <p>{t('partners.assignment.noneSuggested')}</p>
        ) : (
          <Form action={action} form={shown}>
            <Candidates asked={asked} shown={shown} candidates={suggested.candidates} />
            <p class="form-end">
              <button type="submit" class="button primary" name="action" value="take">
                {t('partners.assignment.take')}
              </button>
            </p>
          </Form>
        )}
        {suggested.unknown.length === 0 ? null : (
          <>
            <p>{t('partners.assignment.unknownOrganisations')}</p>
            <div class="prose">
              {' '}
              <ul>
                {suggested.unknown.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </div>{' '}
          </>
        )}
      </Section>
      <Section id="by-hand" title={t('partners.assignment.byHand')}>
        <Form action={action} form={shown}>
          <OrganisationPicker
            name="organisation"
            label={t('partners.assignment.organisation')}
            picked={picked}
            required
          />
          <p class="form-end">
            <button type="submit" class="button" name="action" value="add">
              {t('partners.assignment.addOne')}
            </button>
          </p>
        </Form>
      </Section>
    </>
  )
}

function Candidates({
  asked,
  shown,
  candidates,
}: {
  asked: SessionRequest
  shown: Shown
  candidates: readonly Candidate[]
}) {
  const { reader } = asked
  const { t } = reader
  const chosen = typedValues(shown.values, 'taken')
  const hint = ({ organisation, sources, person }: Candidate): ComponentChildren =>
    [
      countryName(reader, organisation.country),
      ...sources.map((source) => t(`partners.assignment.source.${source}`)),
      ...(person ? [person.name] : []),
    ].join(' · ')
  return (
    <FieldGroup name="taken" label={t('partners.assignment.suggestedWho')} required>
      <div class="choices">
        {candidates.map((candidate) => (
          <Choice
            key={candidate.organisation.id}
            name="taken"
            type="checkbox"
            option={{
              value: candidate.organisation.id,
              label: <ParticipantName participant={candidate} />,
              hint: hint(candidate),
            }}
            isChosen={chosen.includes(candidate.organisation.id)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
