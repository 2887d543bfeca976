import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { ErasureSection } from '../../../../ui/blocks/erasure-question.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ConfirmPage } from '../../../../ui/form/confirm-page.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { addErasure, redirectAfterPost, renderEnded, renderSecretPage } from '../../../networks/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { links } from '../../links.ts'
import { EntryFacts } from '../entry-facts.tsx'
import { paths } from '../paths.ts'
import { countWaitingUpTo } from '../queries.ts'
import { confirmRegistration, withdraw } from '../queue.commands.ts'
import { eraseRegistrationOf } from '../retention.commands.ts'
import { isOver, registrationStatus, type Terms } from '../terms.ts'
import { AttendedEvent } from './attended-event.tsx'
import { addChangeRoutes } from './changes.pages.tsx'
import { isAlive, loadLiveRequest, loadOwnRequest, type OwnRequest } from './request.ts'

const place = '/:language/:network/agenda/registered/:token'

/** What a registrant does by the links in their mails: confirm, look at it, change, withdraw, have it erased. */
export function addOwnRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const sending = pages.with(limits.mail)
  pages.get(place, loadOwnRequest, show)
  sending.post(`${place}/confirmation`, loadOwnRequest, confirm)
  sending.post(`${place}/withdrawal`, loadLiveRequest, async (visit) => {
    const { reply } = visit
    await withdraw(visit, visit.terms, visit.registration)
    return redirectAfterPost(reply, visit.address)
  })
  addErasure(sending, place, {
    open: loadKeptRequest,
    goes: (visit) =>
      isAlive(visit) ? 'agenda.registration.erasure.goesWithPlace' : 'agenda.registration.erasure.goes',
    stays: 'agenda.registration.erasure.stays',
    erase: async (visit) => {
      const { writing, terms, registration } = visit
      if (isAlive(visit)) await withdraw(visit, terms, registration)
      await eraseRegistrationOf(writing, registration)
    },
    erased: ({ reader }) => endedWords(reader, 'erased'),
  })
  addChangeRoutes(app, application)
}

// Nobody can erase the data of an address that they have not confirmed.
async function loadKeptRequest(visit: Visit): Promise<OwnRequest> {
  const loaded = await loadOwnRequest(visit)
  return loaded.link.purpose === 'keep' ? loaded : notFound('erasure')
}

async function confirm(visit: OwnRequest): Promise<FastifyReply> {
  const { reply, writing, network, reader, registration, terms, token } = visit
  if (!mayConfirm(visit)) return show(visit)
  const kept = await links.confirm(writing, token, async (inside) => ({
    registration_id: await confirmRegistration({ ...visit, writing: inside }, terms, registration),
  }))
  if (kept === null) return show(await loadOwnRequest(visit))
  return redirectAfterPost(reply, `${paths.own(reader.language, network.slug, kept)}?done=registered`)
}

// A registration cannot be confirmed after the event was closed, hidden or restricted to members.
function mayConfirm({ event, terms, writing, isShown, registration }: OwnRequest): boolean {
  const isFor = terms.forWhom === 'anybody' || registration.personId !== null
  return isShown && isFor && registrationStatus(event, terms, writing) === 'open'
}

async function show(visit: OwnRequest): Promise<FastifyReply> {
  const { request, reader, network, event, link, registration, writing, isShown } = visit
  const again = isShown ? paths.form(reader, network.slug, event.slug) : null
  const renewal = isShown ? paths.renewal(reader, network.slug, event.slug) : null
  const end = (why: Ending, next: string | null, children?: ComponentChildren) =>
    renderEnded(visit, {
      ...endedWords(reader, why),
      status: 410,
      next:
        next === null
          ? null
          : {
              href: next,
              label: reader.t(why === 'used' ? 'agenda.registration.lost' : 'agenda.registration.title'),
            },
      children,
    })
  if (link.purpose === 'confirm') {
    if (registration.state !== 'unconfirmed') return end('used', renewal)
    if (!link.isOpen) return end('lapsed', again)
    if (!mayConfirm(visit)) return end('closed', again)
    return render(visit, <ConfirmRegistration {...visit} />)
  }
  if (isOver(event, writing.today)) return end('over', null, <ErasureForm {...visit} />)
  const done = parameterOf(request.query, 'done') ?? ''
  const position = registration.state === 'waiting' ? await countWaitingUpTo(writing, registration) : null
  return render(
    visit,
    <OwnPage {...visit} mayChange={isAlive(visit)} again={again} position={position} done={done} />,
  )
}

function render(visit: OwnRequest, children: ComponentChildren): FastifyReply {
  const title = visit.reader.t('agenda.registration.yourRegistration')
  return renderSecretPage(visit, { title, description: title, children })
}

/** The link was used or came too late, registration has closed, the event is over, or all was erased. */
type Ending = 'used' | 'lapsed' | 'closed' | 'over' | 'erased'

function endedWords({ t }: Reader, why: Ending) {
  return { title: t('agenda.registration.yourRegistration'), text: t(`agenda.registration.ended.${why}`) }
}

type ConfirmRegistrationProps = Pick<OwnRequest, 'network' | 'event' | 'terms' | 'registration' | 'address'>

/** The registration under the address of this person, and the one button by which they confirm that it was them. */
function ConfirmRegistration({ network, event, terms, registration, address }: ConfirmRegistrationProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <ConfirmPage
      kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
      title={t('agenda.registration.confirmTitle')}
      lead={t('agenda.registration.toConfirm')}
      action={`${address}/confirmation`}
      label={t('agenda.registration.confirm')}
    >
      <AttendedEvent network={network} event={event} registration={registration} />
      <EntryFacts questions={terms.questions} registration={registration} />
    </ConfirmPage>
  )
}

interface OwnPageProps
  extends Pick<OwnRequest, 'network' | 'event' | 'terms' | 'registration' | 'isShown' | 'address'> {
  mayChange: boolean
  /** Where one registers again; null while the event is hidden. */
  again: string | null
  /** On the waiting list; null for people who do not wait. */
  position: number | null
  /** The action just done. */
  done: string
}

/** The page of a registrant: their place, their entry, and what they may still do. */
function OwnPage(props: OwnPageProps) {
  const reader = useReader()
  const { network, event, terms, registration, isShown, mayChange, address, again, done } = props
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={
          isShown ? (
            <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
          ) : undefined
        }
        actions={
          mayChange ? (
            <a class="button" href={`${address}/change`}>
              {t('agenda.registration.change')}
            </a>
          ) : undefined
        }
      >
        {t('agenda.registration.yourRegistration')}
      </PageHeading>
      {done === 'changed' ? (
        <Notice kind="done" live>
          {t('agenda.registration.changed')}
        </Notice>
      ) : null}
      <Status {...props} />
      {isShown ? <AttendedEvent network={network} event={event} registration={registration} /> : null}
      <Section id="entry" title={t('agenda.registration.whatYouSaid')}>
        <EntryFacts questions={terms.questions} registration={registration} />
      </Section>
      {mayChange ? (
        <Section id="withdrawal" title={t('agenda.registration.withdrawal')}>
          <p>{t('agenda.registration.withdrawalLead')}</p>
          <form method="post" action={`${address}/withdrawal`}>
            <button type="submit" class="button">
              {t('agenda.registration.withdraw')}
            </button>
          </form>
        </Section>
      ) : null}
      {registration.state === 'withdrawn' && again ? (
        <p>
          <a class="button" href={again}>
            {t('agenda.registration.again')}
          </a>
        </p>
      ) : null}
      <ErasureForm terms={terms} address={address} />
    </>
  )
}

function Status({ registration, event, isShown, position, done }: OwnPageProps) {
  const { t } = useReader()
  if (!isShown) return <Notice>{t('agenda.registration.hidden')}</Notice>
  if (event.state === 'cancelled')
    return <Notice kind="warning">{t('agenda.registration.standing.cancelled')}</Notice>
  const isNew = done === 'registered'
  if (registration.state === 'placed')
    return (
      <Notice kind="done" live={isNew}>
        {t('agenda.registration.yours.placed')}
      </Notice>
    )
  if (registration.state === 'waiting')
    return (
      <Notice live={isNew}>{t('agenda.registration.yours.waitingAt', { position: position ?? 0 })}</Notice>
    )
  return (
    <Notice live>
      <p>{t('agenda.registration.yours.withdrawn')}</p>
      {registration.withdrawalWord ? <blockquote>{registration.withdrawalWord}</blockquote> : null}
    </Notice>
  )
}

interface ErasureFormProps {
  terms: Pick<Terms, 'dataUse' | 'keptMonths'>
  address: string
}

/** What is kept about a registrant, what for, how long, and how to have it erased before. */
function ErasureForm({ terms, address }: ErasureFormProps) {
  const reader = useReader()
  const { t } = reader
  const use = chooseText(terms.dataUse, reader.language)
  return (
    <ErasureSection
      title={t('agenda.registration.data')}
      label={t('agenda.registration.erase')}
      address={address}
    >
      {use ? <p {...languageAttributes(reader, use.language)}>{use.text}</p> : null}
      <p>
        {t('agenda.registration.kept', { months: terms.keptMonths })} {t('agenda.registration.eraseLead')}
      </p>
    </ErasureSection>
  )
}
