import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { fieldId, useForm } from '../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { countryName } from '../../../directory/index.ts'
import { addMeetingsForm } from '../frame.tsx'
import { heldOf } from '../participants/pages.tsx'
import { ParticipantName, participantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import { loadParticipantRequest, type ParticipantRequest } from '../request.ts'
import { oppositeOf, type Participant } from '../session.ts'
import { MeetingsHeading } from '../views/meetings-heading.tsx'
import { saveWishes } from './commands.ts'
import { placeField, refusalField, wishesForm, wishValues } from './typed-wishes.ts'

/** The wishes of a participant, entered by people who speak for it, or by organisers of the session. */
export function addWishRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addMeetingsForm(pages, '/:language/:network/agenda/:slug/meetings/participants/:id/wishes', {
    open: loadParticipantRequest,
    title: ({ reader }) => reader.t('partners.assignment.wishes'),
    lead: 'partners.assignment.wishesLead',
    path: ({ participant }) => `/participants/${participant.id}/wishes`,
    action: ({ reader, network, event, participant }) =>
      paths.wishes(reader, network.slug, event.slug, participant.id),
    page: (visit, form) => {
      const { t } = visit.reader
      const name = participantName(visit.reader, visit.participant)
      return (
        <>
          <MeetingsHeading visit={visit} lead={t('partners.assignment.wishesLead')}>
            {t('partners.assignment.wishesOf', { name })}
          </MeetingsHeading>
          {isOpen(visit) ? null : (
            <Notice>
              <p>{t('partners.assignment.wishesClosed')}</p>
            </Notice>
          )}
          {othersOf(visit).length === 0 ? <p>{t('partners.assignment.noOthers')}</p> : form}
        </>
      )
    },
    values: ({ facts, participant }) => wishValues(facts.wishes, participant),
    schema: (visit) => wishesForm(othersOf(visit)),
    fields: renderFields,
    save: async (visit, wishes) => {
      const { writing, facts, participant, reader, network, event } = visit
      await saveWishes(writing, heldOf(visit), facts.session, participant, wishes)
      return paths.participant(reader, network.slug, event.slug, participant.id, { done: 'wished' })
    },
  })
}

const isOpen = ({ facts, isKeeper }: ParticipantRequest) => facts.session.takesRequests || isKeeper

const othersOf = ({ facts, participant }: ParticipantRequest) => oppositeOf(facts, participant)

/** All on the other side, to be numbered in the order in which one would meet them. */
function renderFields(visit: ParticipantRequest, form: FormState) {
  return (
    <>
      <ErrorList form={form} />
      <ul class="wishes">
        {othersOf(visit).map((other) => (
          <li key={other.id}>
            <Wished visit={visit} other={other} />
          </li>
        ))}
      </ul>
      {isOpen(visit) ? (
        <p class="form-end">
          <button type="submit" class="button primary">
            {visit.reader.t('partners.assignment.saveWishes')}
          </button>
        </p>
      ) : null}
    </>
  )
}

function Wished({ visit, other }: { visit: ParticipantRequest; other: Participant }) {
  const { values } = useForm()
  const { reader, participant, facts } = visit
  const { t } = reader
  const name = participantName(reader, other)
  const asks = facts.wishes.some(
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
