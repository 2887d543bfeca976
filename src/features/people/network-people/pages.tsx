import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { type FormValues, fieldError, typedValue } from '../../../platform/input/form.ts'
import { parametersOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import {
  type Choices,
  chosenId,
  isAuthorityKind,
  listOrganisations,
  listOrganisationsBySlug,
  OrganisationPicker,
  type OrganisationRecord,
} from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import {
  isHeldOn,
  listMemberships,
  mayKeepMembers,
  type Network,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { inviteToNetwork, renewInvitation, withdrawInvitation } from '../invitations/commands.ts'
import { type Invitation, isOwnAddress, listOpenInvitations } from '../invitations/queries.ts'
import { paths } from '../paths.ts'
import { type HeldRole, listRoles } from '../queries.ts'
import { endRole, nameChair } from '../roles.commands.ts'
import { InvitationForm, InvitationList } from './invitations.tsx'
import { loadPeopleRequest, readIdentifier } from './request.ts'
import { RoleList } from './role-list.tsx'
import {
  abroadErrors,
  chairForm,
  chosenIds,
  invitationForm,
  invitedNames,
  missingOrganisation,
  roleEndForm,
  type SentForm,
} from './schema.ts'

export function addNetworkPeopleRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/people', loadPeopleRequest, (visit) => render(visit))
  addInvitationRoutes(app, application)
  addRoleRoutes(app, application)
}

function addInvitationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const address = '/:language/:network/people/invitations'
  addNetworkAction(pages, address, {
    open: loadPeopleRequest,
    schema: invitationForm,
    emptyPickers: (_, values) => invitedNames(values),
    check: invitationErrors,
    lists: ['organisations'],
    isOnce: true,
    again: (visit, form, choices) => render(visit, { ...form, form: 'invitation', choices }),
    save: async ({ writing, network, reader }, { organisations: _, ...typed }, choices) => {
      const invited = { ...typed, organisationIds: chosenIds(choices) }
      if ((await inviteToNetwork(writing, application, network.id, invited)) === null)
        return [fieldError('address', 'people.error.invitedAlready')]
      const outside = await listOutside(writing, network, invited.organisationIds)
      return `${paths.people(reader, network.slug, { joining: outside.map(({ slug }) => slug) })}#invitations`
    },
  })

  pages.post(
    `${address}/:id/renewal`,
    loadPeopleRequest,
    async ({ request, reply, context, network, reader }) => {
      await renewInvitation(context, application, network.id, readIdentifier(request))
      return reply.redirect(`${paths.people(reader, network.slug)}#invitations`, 303)
    },
  )

  pages.post(
    `${address}/:id/withdrawal`,
    loadPeopleRequest,
    async ({ request, reply, context, network, reader }) => {
      await withdrawInvitation(context, network.id, readIdentifier(request))
      return reply.redirect(`${paths.people(reader, network.slug)}#invitations`, 303)
    },
  )
}

function addRoleRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addNetworkAction(pages, '/:language/:network/people/roles/:id/end', {
    open: loadRoleRequest,
    schema: roleEndForm,
    again: (visit, form) => render(visit, { ...form, form: 'role', id: visit.id }),
    save: async ({ context, network, reader, id }, { endsOn, reason }) => {
      const now = context.clock.now()
      const endsAt = endsOn === '' ? now : Temporal.Instant.from(`${endsOn}T00:00:00Z`)
      if (Temporal.Instant.compare(endsAt, now) < 0) return [fieldError('endsOn', 'people.error.pastDay')]
      const outcome = await endRole(context, network.id, id, { endsAt, reason })
      if (outcome === 'lastCoordinator') return [fieldError('endsOn', 'people.error.lastCoordinator')]
      return paths.people(reader, network.slug)
    },
  })

  addNetworkAction(pages, '/:language/:network/people/chair', {
    open: loadPeopleRequest,
    schema: chairForm,
    pickers: ['organisation'],
    check: ({ network }, _values, choices) => abroadErrors(choices, network.countries),
    again: (visit, form, choices) => render(visit, { ...form, form: 'chair', choices }),
    save: async ({ context, network, reader }, { personId }, choices) => {
      const organisationId = chosenId(choices, 'organisation') ?? notFound()
      await nameChair(context, network.id, { personId, organisationId })
      return paths.people(reader, network.slug)
    },
  })
}

/** Those of some organisations that are authorities of the group’s countries and no members of it now. */
async function listOutside(
  context: Context,
  network: Network,
  ids: readonly string[],
): Promise<OrganisationRecord[]> {
  if (ids.length === 0 || !mayKeepMembers(context.actor, network.id)) return []
  const [organisations, memberships] = await Promise.all([
    listOrganisations(context, [...ids]),
    listMemberships(context, network.id),
  ])
  const members = memberships.filter((each) => each.role === 'member' && isHeldOn(each, context.today))
  return organisations.filter(
    ({ id, kind, country }) =>
      isAuthorityKind(kind) &&
      network.countries.includes(country) &&
      !members.some(({ organisationId }) => organisationId === id),
  )
}

async function loadRoleRequest(visit: Visit): Promise<NetworkRequest & { id: string }> {
  const loaded = await loadPeopleRequest(visit)
  return { ...loaded, id: readIdentifier(visit.request) }
}

async function invitationErrors({ context, network }: NetworkRequest, values: FormValues, choices: Choices) {
  return [
    ...abroadErrors(choices, network.countries),
    ...missingOrganisation(choices, typedValue(values, 'role')),
    ...((await isOwnAddress(context, typedValue(values, 'address').trim()))
      ? [fieldError('address', 'people.error.ownAddress')]
      : []),
  ]
}

async function render(visit: NetworkRequest, sent?: SentForm): Promise<FastifyReply> {
  const { application, context, reader, network } = visit
  const named = await listOrganisationsBySlug(
    context,
    parametersOf(visit.request.query, 'joining').slice(0, 20),
  )
  const [roles, invitations, joining] = await Promise.all([
    listRoles(context, network.id),
    listOpenInvitations(context, network.id),
    listOutside(
      context,
      network,
      named.map(({ id }) => id),
    ),
  ])
  return renderNetworkPage(visit, {
    title: reader.t('people.page.title'),
    description: reader.t('people.page.lead'),
    path: '/people',
    noindex: true,
    children: (
      <PeoplePage
        network={network}
        roles={roles}
        invitations={invitations}
        joining={joining}
        now={new Date(context.clock.now().epochMilliseconds)}
        hasServer={application.settings.smtpUrl !== null}
        sent={sent}
      />
    ),
  })
}

interface PeoplePageProps {
  network: Network
  roles: HeldRole[]
  invitations: Invitation[]
  /** Authorities of invited people that are no members yet. */
  joining: OrganisationRecord[]
  now: Date
  /** Whether mails leave. */
  hasServer: boolean
  /** The form that was refused. */
  sent: SentForm | undefined
}

/** The roles and open invitations of a network, with the forms that change them. */
function PeoplePage({ network, roles, invitations, joining, now, hasServer, sent }: PeoplePageProps) {
  const reader = useReader()
  const { t } = reader
  const isPast = ({ endsAt }: HeldRole) => endsAt !== null && endsAt <= now
  const present = roles.filter((role) => !isPast(role))
  const past = roles.filter(isPast)
  return (
    <>
      {sent ? <ErrorList form={sent} /> : null}
      <PageHeading
        lead={t('people.page.lead')}
        actions={
          <a class="button" href="#invite">
            {t('people.invite.title')}
          </a>
        }
      >
        {t('people.page.title')}
      </PageHeading>
      <Section id="roles" title={t('people.page.roles')} aside={String(present.length)}>
        <RoleList network={network} roles={present} sent={sent} />
        {past.length === 0 ? null : (
          <details class="more">
            <summary>{t('people.page.past', { count: past.length })}</summary>
            <RoleList network={network} roles={past} arePast sent={undefined} />
          </details>
        )}
      </Section>
      <Section id="invitations" title={t('people.page.invitations')} aside={String(invitations.length)}>
        {joining.map(({ slug, name }) => (
          <Notice key={slug}>
            <p>
              {t('people.invite.notMember', { name: chooseName(name, reader.language).text })}{' '}
              <a href={addressFor(reader, `/${network.slug}/group/members/new`, { organisation: slug })}>
                {t('people.invite.makeMember')}
              </a>
            </p>
          </Notice>
        ))}
        {hasServer || invitations.length === 0 ? null : (
          <Notice kind="warning">{t('ui.mail.noServer')}</Notice>
        )}
        <InvitationList network={network} invitations={invitations} now={now} />
      </Section>
      <Section id="invite" title={t('people.invite.title')}>
        <InvitationForm network={network} sent={sent?.form === 'invitation' ? sent : undefined} />
      </Section>
      {present.length === 0 ? null : (
        <Section id="chair" title={t('people.chair.title')}>
          <ChairForm network={network} roles={present} sent={sent?.form === 'chair' ? sent : undefined} />
        </Section>
      )}
    </>
  )
}

interface ChairFormProps {
  network: Network
  /** The people among whom the chair is chosen. */
  roles: HeldRole[]
  sent: SentForm | undefined
}

/** Passes the chair on to a person who already holds a role in the network. */
function ChairForm({ network, roles, sent }: ChairFormProps) {
  const reader = useReader()
  const { t } = reader
  const people = new Map(roles.map(({ personId, name, address }) => [personId, `${name} (${address})`]))
  const chosen = sent ? typedValue(sent.values, 'personId') : ''
  return (
    <Form action={paths.chair(reader, network.slug)} form={sent}>
      <p>{t('people.chair.lead')}</p>
      <Field name="personId" label={t('people.chair.person')} required>
        {(control) => (
          <select {...control}>
            <option value="">{t('people.chair.choose')}</option>
            {[...people].map(([id, name]) => (
              <option key={id} value={id} selected={id === chosen}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <OrganisationPicker
        name="organisation"
        label={t('people.chair.organisation')}
        picked={sent?.choices?.get('organisation') ?? { state: 'empty' }}
        addByHand={addressFor(reader, `/${network.slug}/organisations/new`)}
        required
      />
      <p class="form-end">
        <button class="button" type="submit">
          {t('people.chair.name')}
        </button>
      </p>
    </Form>
  )
}
