import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { withParameters } from '../../../../platform/i18n/reader.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../../platform/input/likely-spam.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import type { ToldPage } from '../../../../ui/form/form-page.tsx'
import { SpamTrap } from '../../../../ui/form/spam-trap.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import { redirectAfterPost } from '../../../networks/index.ts'
import { links } from '../../links.ts'
import { addUnconfirmed } from '../commands.ts'
import { EntryFields } from '../entries/entry-fields.tsx'
import { notifyRegistrant } from '../mails.ts'
import { paths } from '../paths.ts'
import { placesLeft } from '../places.ts'
import { countLately, countPlaced, lookUpOwnRegistration, lookUpRegistration } from '../queries.ts'
import { register } from '../queue.commands.ts'
import type { Entry, Registration } from '../registration.ts'
import { entryForm, visitorForm } from '../schema.ts'
import { type RegistrationStatus, registrationStatus } from '../terms.ts'
import { TermsFacts } from '../terms-facts.tsx'
import { addRenewalRoutes } from './renewal.pages.tsx'
import { eventLink, type FormRequest, intakeTitle, loadFormRequest, sentPage } from './sent-page.tsx'

// Typing in the address of another person must not fill their mailbox.
const mostFromAddress = 5

/** The form with which people register for an event. */
export function addIntakeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/agenda/:slug/registration'

  addNetworkForm(pages, place, {
    sending: { ...limits.offices, ...noStore },
    open: loadFormRequest,
    title: intakeTitle,
    description: 'agenda.registration.title',
    path: ({ event }) => `/agenda/${event.slug}/registration`,
    width: 'reading',
    submit: 'agenda.registration.register',
    values: ({ registrant, reader }) => {
      const {
        name = '',
        organisation = '',
        country = '',
        language = reader.interfaceLanguage,
      } = registrant ?? {}
      return { name, organisation, country, language }
    },
    schema: typedBy,
    page: renderAround,
    fields: (visit, form) => (
      <>
        <ErrorList form={form} />
        <RegistrationFields
          visit={visit}
          begun={signMoment(application.secret, application.clock.now().epochMilliseconds)}
        />
      </>
    ),
    save: async (visit, { said, visitor }) => {
      const closed = closedTo(visit)
      if (closed.length > 0) return closed
      if (visitor) return takeVisitor(visit, said, visitor)
      const { personId, address } = visit.registrant ?? notFound('registration')
      return takePerson(visit, { ...said, personId, address })
    },
  })

  pages.post(`${place}/own`, loadFormRequest, openOwn)
  addRenewalRoutes(app, application)
}

async function renderAround(visit: FormRequest, form: ComponentChildren) {
  const { writing, event, terms, registrant } = visit
  return (
    <IntakePage
      visit={visit}
      status={registrationStatus(event, terms, writing)}
      own={registrant && (await lookUpOwnRegistration(writing, event.id, registrant))}
      left={placesLeft(terms, await countPlaced(writing, event.id)).all}
    >
      {form}
    </IntakePage>
  )
}

interface IntakePageProps {
  visit: FormRequest
  status: RegistrationStatus
  /** The present registration of a reader who is signed in. */
  own: Registration | null
  /** How many places are left; infinitely many without a limit. */
  left: number
  children: ComponentChildren
}

// Where people register for an event, or why they cannot.
function IntakePage({ visit, status, own, left, children }: IntakePageProps) {
  const reader = useReader()
  const { t } = reader
  const { network, event, terms, registrant, isFor } = visit
  const isOpen = status === 'open' && isFor && own === null
  const address = bare(paths.form(reader, network.slug, event.slug))
  return (
    <>
      <PageHeading
        kicker={eventLink(visit)}
        actions={
          registrant === null && isOpen ? (
            <a href={paths.renewal(reader, network.slug, event.slug)}>{t('agenda.registration.lost')}</a>
          ) : undefined
        }
      >
        {t('agenda.registration.title')}
      </PageHeading>
      <TermsFacts network={network} event={event} terms={terms} left={left} />
      {isOpen && left <= 0 ? <Notice>{t('agenda.registration.full')}</Notice> : null}
      {own ? (
        <Notice kind="done">
          <p>{t(`agenda.registration.yours.${own.state === 'placed' ? 'placed' : 'waiting'}`)}</p>
          <form method="post" action={`${address}/own`}>
            <button type="submit" class="button">
              {t('agenda.registration.openOwn')}
            </button>
          </form>
        </Notice>
      ) : null}
      {status === 'open' ? null : <Notice>{t(`agenda.registration.standing.${status}`)}</Notice>}
      {status === 'open' && !isFor ? (
        <Notice>
          {t('agenda.registration.forMembers')}{' '}
          {reader.person ? null : (
            <a href={withParameters(`/${reader.interfaceLanguage}/sign-in`, { next: address })}>
              {t('agenda.registration.signIn')}
            </a>
          )}
        </Notice>
      ) : null}
      {isOpen ? children : null}
    </>
  )
}

// A form is sent without the day that is looked at: a registration is known on the network’s own day.
const bare = (address: string) => address.split('?')[0] ?? address

function RegistrationFields({ visit, begun }: { visit: FormRequest; begun: string }) {
  const reader = useReader()
  const { network, event, terms, registrant } = visit
  const use = chooseText(terms.dataUse, reader.language)
  return (
    <>
      <EntryFields network={network} event={event} terms={terms} address={registrant?.address} />
      {registrant ? null : <SpamTrap begun={begun} />}
      <div class="form-note">
        {use ? <p {...languageAttributes(reader, use.language)}>{use.text}</p> : null}
        <p>{reader.t('agenda.registration.kept', { months: terms.keptMonths })}</p>
      </div>
    </>
  )
}

interface TypedEntry {
  said: Omit<Entry, 'personId' | 'address'>
  /** Null for a reader who is signed in: their address is known. */
  visitor: z.output<typeof visitorForm> | null
}

function typedBy({ event, terms, registrant }: FormRequest): z.ZodType<TypedEntry> {
  const entry = entryForm(event, terms)
  if (registrant) return entry.transform((said) => ({ said, visitor: null }))
  return entry
    .extend(visitorForm.shape)
    .transform(({ address, website, begun, ...said }) => ({ said, visitor: { address, website, begun } }))
}

// Nobody can register for a closed event, even with a form that they kept open.
function closedTo({ event, terms, writing, isFor }: FormRequest): FieldError[] {
  if (!isFor) return [fieldError('name', 'agenda.error.registrationMembers')]
  const isOpen = registrationStatus(event, terms, writing) === 'open'
  return isOpen ? [] : [fieldError('name', 'agenda.error.registrationClosed')]
}

async function takePerson(visit: FormRequest, entry: Entry): Promise<string> {
  const { reply, writing, network, terms, reader } = visit
  const token = await inTransaction(writing, async (inside) => {
    const { id } = await register({ ...visit, writing: inside }, terms, entry)
    return links.make(inside, { registration_id: id ?? notFound('registration') }, 'keep')
  })
  // The next page has the registrant’s secret link as its address.
  reply.header('referrer-policy', 'no-referrer')
  return `${paths.own(reader.language, network.slug, token)}?done=registered`
}

async function takeVisitor(
  visit: FormRequest,
  said: TypedEntry['said'],
  { address, website, begun }: z.output<typeof visitorForm>,
): Promise<ToldPage | FieldError[]> {
  const { application, reader } = visit
  const sent = { texts: [], trap: website, begun, repeated: 0 }
  if (holdFor(sent, application.secret, application.clock.now().epochMilliseconds) !== null)
    return [fieldError('name', 'agenda.error.sentLikeProgram')]
  await keepUnconfirmed(visit, { ...said, personId: null, address })
  // Only the address itself learns whether it is registered already, or was typed in too often.
  return sentPage(visit, reader.t('agenda.registration.sent', { address }))
}

async function keepUnconfirmed(visit: FormRequest, entry: Entry): Promise<void> {
  const { writing, event } = visit
  await inTransaction(writing, async (inside) => {
    await takeTurn(inside, `registrations ${event.id} ${entry.address?.toLowerCase()}`)
    const own = await lookUpOwnRegistration(inside, event.id, { address: entry.address, personId: null })
    if (own) {
      if (await links.isRenewable(inside, { registration_id: own.id }))
        await notifyRegistrant({ ...visit, writing: inside }, own, 'already')
      return
    }
    if ((await countLately(inside, event.id, entry.address ?? '')) >= mostFromAddress) return
    const added = await lookUpRegistration(inside, await addUnconfirmed(inside, event, entry))
    if (added) await notifyRegistrant({ ...visit, writing: inside }, added, 'confirm')
  })
}

async function openOwn({
  reply,
  writing,
  network,
  event,
  reader,
  registrant,
}: FormRequest): Promise<FastifyReply> {
  const own = registrant && (await lookUpOwnRegistration(writing, event.id, registrant))
  const token = await links.make(writing, { registration_id: own?.id ?? notFound('registration') }, 'keep')
  return redirectAfterPost(reply, paths.own(reader.language, network.slug, token))
}
