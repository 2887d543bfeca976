import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice } from '../../../../ui/form/choice-field.tsx'
import { Field, fieldId } from '../../../../ui/form/field.tsx'
import { useForm } from '../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { countryName } from '../../../directory/index.ts'
import { type ParticipantRequest, readParticipantRequest } from '../call.ts'
import { addMeetingsForm } from '../page.tsx'
import { heldOf } from '../participants/pages.tsx'
import { ParticipantName, participantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import { oppositeOf, type Participant } from '../session.ts'
import { MeetingsHeading } from '../views/meetings-heading.tsx'
import { saveWishes } from './commands.ts'
import { placeField, refusalField, wishesForm, wishValues } from './typed-wishes.ts'

/** Whom somebody wants to meet: said by those who speak for them, or by whoever holds the session. */
export function addWishRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  addMeetingsForm(pages, '/:language/:network/agenda/:slug/meetings/participants/:id/wishes', {
    open: readParticipantRequest,
    title: ({ reader }) => reader.t('partners.assignment.wishes'),
    lead: 'partners.assignment.wishesLead',
    path: ({ participant }) => `/participants/${participant.id}/wishes`,
    action: ({ reader, network, event, participant }) =>
      paths.wishes(reader, network.slug, event.slug, participant.id),
    page: (asked, form) => {
      const { t } = asked.reader
      const name = participantName(asked.reader, asked.participant)
      return (
        <>
          <MeetingsHeading asked={asked} lead={t('partners.assignment.wishesLead')}>
            {t('partners.assignment.wishesOf', { name })}
          </MeetingsHeading>
          {isOpen(asked) ? null : (
            <Notice>
              <p>{t('partners.assignment.wishesClosed')}</p>
            </Notice>
          )}
          {othersOf(asked).length === 0 ? <p>{t('partners.assignment.noOthers')}</p> : form}
        </>
      )
    },
    values: ({ ground, participant }) => wishValues(ground.wishes, participant),
    schema: (asked) => wishesForm(othersOf(asked)),
    fields: drawFields,
    save: async (asked, wishes) => {
      const { writing, ground, participant, reader, network, event } = asked
      await saveWishes(writing, heldOf(asked), ground.session, participant, wishes)
      return paths.participant(reader, network.slug, event.slug, participant.id, { done: 'wished' })
    },
  })
}

const isOpen = ({ ground, isKeeper }: ParticipantRequest) => ground.session.takesRequests || isKeeper

const othersOf = ({ ground, participant }: ParticipantRequest) => oppositeOf(ground, participant)

/** Everybody on the other side, to be numbered in the order in which one would meet them. */
function drawFields(asked: ParticipantRequest, form: FormState) {
  return (
    <>
      <ErrorList form={form} />
      <ul class="wishes">
        {othersOf(asked).map((other) => (
          <li key={other.id}>
            <Wished asked={asked} other={other} />
          </li>
        ))}
      </ul>
      {isOpen(asked) ? (
        <p class="form-end">
          <button type="submit" class="button primary">
            {asked.reader.t('partners.assignment.saveWishes')}
          </button>
        </p>
      ) : null}
    </>
  )
}

function Wished({ asked, other }: { asked: ParticipantRequest; other: Participant }) {
  const { values } = useForm()
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
              value={typedValue(values, field)}
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
            isChosen={typedValue(values, refusalField(other.id)) !== ''}
          />
        </div>
      </div>
    </fieldset>
  )
}
