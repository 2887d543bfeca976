import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Choice } from '../../../../../ui/form/choice-field.tsx'
import { Field, fieldId } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { countryName } from '../../../../directory/index.ts'
import type { ParticipantRequest } from '../../call.ts'
import { ParticipantName, participantName } from '../../participants/views/participant-name.tsx'
import { paths } from '../../paths.ts'
import { oppositeOf, type Participant } from '../../session.ts'
import { MeetingsHeading } from '../../views/meetings-heading.tsx'
import { placeField, refusalField } from '../typed-wishes.ts'

interface WishesPageProps {
  asked: ParticipantRequest
  shown: Shown
}

/** Everybody on the other side, to be numbered in the order in which one would meet them. */
export function WishesPage({ asked, shown }: WishesPageProps) {
  const { reader, network, event, participant, ground, isKeeper } = asked
  const { t } = reader
  const others = oppositeOf(ground, participant)
  const isOpen = ground.session.takesRequests || isKeeper
  return (
    <>
      <MeetingsHeading asked={asked} lead={t('partners.assignment.wishesLead')}>
        {t('partners.assignment.wishesOf', { name: participantName(reader, participant) })}
      </MeetingsHeading>
      {isOpen ? null : (
        <Notice>
          <p>{t('partners.assignment.wishesClosed')}</p>
        </Notice>
      )}
      {others.length === 0 ? (
        <p>{t('partners.assignment.noOthers')}</p>
      ) : (
        <Form action={paths.wishes(reader, network.slug, event.slug, participant.id)} form={shown}>
          <FormErrors errors={sayErrors(reader, shown.errors).list} />
          <ul class="wishes">
            {others.map((other) => (
              <li key={other.id}>
                <Wished asked={asked} shown={shown} other={other} />
              </li>
            ))}
          </ul>
          {isOpen ? (
            <p class="form-end">
              <button type="submit" class="button primary">
                {t('partners.assignment.saveWishes')}
              </button>
            </p>
          ) : null}
        </Form>
      )}
    </>
  )
}

function Wished({ asked, shown, other }: WishesPageProps & { other: Participant }) {
  const { reader, participant, ground } = asked
  const { t } = reader
  const name = participantName(reader, other)
  const asks = ground.wishes.some(
    ({ participantId, otherId, position }) =>
      participantId === other.id && otherId === participant.id && position !== null,
  )
  const field = placeField(other.id)
  return (
    <fieldset class="part" id={fieldId(`of.${other.id}`)}>
      <legend>
        <ParticipantName participant={other} />
      </legend>
      <p class="quiet">
        {countryName(reader, other.organisation.country)}
        {asks ? ` · ${t('partners.assignment.asksForYou')}` : ''}
      </p>
      <div class="wish">
        <Field
          name={field}
          label={
            <>
              {t('partners.assignment.place')}
              <span class="visually-hidden"> ({name})</span>
            </>
          }
          isPart
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputmode="numeric"
              size={4}
              autocomplete="off"
              value={typedValue(shown.values, field)}
            />
          )}
        </Field>
        <div class="field">
          {' '}
          <Choice
            name={refusalField(other.id)}
            type="checkbox"
            option={{
              value: 'yes',
              label: (
                <>
                  {t('partners.assignment.ratherNot')}
                  <span class="visually-hidden"> ({name})</span>
                </>
              ),
            }}
            isChosen={typedValue(shown.values, refusalField(other.id)) !== ''}
          />
        </div>
      </div>
    </fieldset>
  )
}
