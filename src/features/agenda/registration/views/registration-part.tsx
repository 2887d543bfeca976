import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import type { AgendaEvent } from '../../events/row/queries.ts'
import { paths } from '../paths.ts'
import type { Registration } from '../registration.ts'
import type { Standing, Terms } from '../terms.ts'
import { TermsFacts } from './terms-facts.tsx'

interface RegistrationPartProps {
  network: Network
  event: AgendaEvent
  /** Null where registration was never opened. */
  terms: Terms | null
  standing: Standing | null
  left: number
  /** Whether registration is for the reader. */
  isFor: boolean
  /** Whether the reader looks after who comes. */
  isKeeper: boolean
  /** Where the reader stands who registered with their account. */
  own: Registration | null
}

/** How one comes to an event: until when one registers, what is left, the way there; and the list for those who hold it. */
export function RegistrationPart(props: RegistrationPartProps) {
  const reader = useReader()
  const { network, event, terms, standing, left, isFor, isKeeper, own } = props
  const { t } = reader
  const keeping = terms
    ? { href: paths.list(reader, network.slug, event.slug), label: t('agenda.registration.list') }
    : { href: paths.settings(reader, network.slug, event.slug), label: t('agenda.registration.openIt') }
  const isOpen = standing === 'open'
  return (
    <Section id="registration" title={t('agenda.registration.title')}>
      {terms && isOpen ? <TermsFacts network={network} terms={terms} left={left} /> : null}
      {terms && standing && !isOpen ? <p>{t(`agenda.registration.standing.${standing}`)}</p> : null}
      {own ? <p>{t(`agenda.registration.yours.${own.state === 'placed' ? 'placed' : 'waiting'}`)}</p> : null}
      {terms && isOpen && left <= 0 && own === null ? <p>{t('agenda.registration.full')}</p> : null}
      {isOpen && !isFor ? <p class="quiet">{t('agenda.registration.forMembers')}</p> : null}
      <p class="actions">
        {isOpen && isFor ? (
          <a class="button primary" href={paths.form(reader, network.slug, event.slug)}>
            {t(own ? 'agenda.registration.openOwn' : 'agenda.registration.register')}
          </a>
        ) : null}{' '}
        {isKeeper ? (
          <a class="button" href={keeping.href}>
            {keeping.label}
          </a>
        ) : null}
      </p>
    </Section>
  )
}
