import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { type FormState, fieldError, typedValue, typedValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { CodesField } from '../../../ui/form/codes-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { ThemePicker } from '../../../ui/form/theme-picker.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Name } from '../../../ui/text/name.tsx'
import {
  chosenId,
  findOrganisation,
  OrganisationPicker,
  type OrganisationRecord,
} from '../../directory/index.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { renderNetworkPage, themeGroups } from '../../networks/index.ts'
import { listConsents } from '../consents/queries.ts'
import { listHolders } from '../holders/queries.ts'
import { postKinds } from '../legal.ts'
import { paths } from '../paths.ts'
import { mayAddContacts, mayEditContacts, mayManageContacts } from '../policy.ts'
import { type ContactsRequest, loadContactsRequest, noStoreForContacts } from '../request.ts'
import { trades } from '../trades/trades.ts'
import { postTitle } from '../views/post-words.tsx'
import { addPost, changePost, removePost } from './commands.ts'
import { PostPage } from './post-page.tsx'
import { loadPostEditRequest, loadPostRequest, type PostRequest } from './request.ts'
import { longestFunction, postForm } from './schema.ts'

/** Pages of posts: one of them, a new one, its form, its removal. */
export function addPostRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForContacts)
  const one = '/:language/:network/contacts/:post'

  addNetworkForm(pages, '/:language/:network/contacts/new', {
    open: loadNewPostRequest,
    title: 'contacts.post.add',
    lead: 'contacts.post.lead',
    description: 'contacts.page.lead',
    path: '/contacts/new',
    back: ({ reader, network, organisation }) => ({
      href: organisation
        ? paths.organisation(reader, network.slug, organisation.slug)
        : paths.list(reader, network.slug),
      label: reader.t('contacts.page.title'),
    }),
    action: ({ reader, network, organisation }) => paths.newPost(reader, network.slug, organisation?.slug),
    submit: 'contacts.action.save',
    schema: postForm,
    pickers: ({ organisation }) => (organisation ? [] : ['organisation']),
    fields: ({ reader: { t }, network, organisation }, form, choices) => (
      <>
        {organisation ? (
          <FactList
            facts={[{ term: t('contacts.field.organisation'), detail: <Name name={organisation.name} /> }]}
          />
        ) : (
          <OrganisationPicker
            name="organisation"
            label={t('contacts.field.organisation')}
            picked={choices.get('organisation') ?? { state: 'empty' }}
            required
          />
        )}
        <PostFields languages={network.languages} text={{}} form={form} />
      </>
    ),
    save: async ({ context, network, reader, viewer, organisation }, typed, choices) => {
      const organisationId = organisation?.id ?? chosenId(choices, 'organisation') ?? notFound()
      if (!mayEditContacts(viewer.actor, network.id, organisationId))
        return [fieldError('organisation.name', 'contacts.error.notYours')]
      return paths.post(
        reader,
        network.slug,
        await addPost(context, network.id, { ...typed, organisationId }),
      )
    },
  })

  pages.get(one, loadPostRequest, showPost)

  addNetworkForm(pages, `${one}/edit`, {
    open: loadPostEditRequest,
    title: 'contacts.post.edit',
    lead: 'contacts.post.lead',
    description: 'contacts.page.lead',
    path: ({ post }) => `/contacts/${post.id}/edit`,
    back: ({ reader, network, post }) => ({
      href: paths.post(reader, network.slug, post.id),
      label: postTitle(reader, post),
    }),
    action: ({ reader, network, post }) => paths.step(reader, network.slug, post.id, 'edit'),
    submit: 'contacts.action.save',
    values: ({ post: { kind, themes, trades, position } }) => ({
      ...{ kind, themes, trades },
      position: String(position),
    }),
    schema: postForm,
    fields: ({ network, post }, form) => (
      <PostFields languages={network.languages} text={post.function} form={form} />
    ),
    save: async ({ context, network, reader, post }, typed) => {
      await changePost(context, network.id, post.id, typed)
      return paths.post(reader, network.slug, post.id)
    },
  })

  pages.post(`${one}/removal`, loadPostEditRequest, async ({ reply, context, network, reader, post }) => {
    await removePost(context, network.id, post.id)
    return reply.redirect(paths.organisation(reader, network.slug, post.organisation.slug), 303)
  })
}

async function showPost(visit: PostRequest) {
  const { context, reader, network, viewer, post } = visit
  const holders = await listHolders(context, viewer, { id: post.id, organisationId: post.organisation.id })
  const consents = post.holder && visit.mayEdit ? await listConsents(context, post.holder.contactId) : []
  return renderNetworkPage(visit, {
    title: postTitle(reader, post),
    description: reader.t('contacts.page.lead'),
    path: `/contacts/${post.id}`,
    noindex: true,
    children: (
      <PostPage
        network={network.slug}
        post={post}
        past={holders.filter(({ holdingId }) => holdingId !== post.holder?.holdingId)}
        consents={consents}
        now={context.clock.now()}
        mayEdit={visit.mayEdit}
        mayManage={mayManageContacts(viewer.actor, network.id)}
      />
    ),
  })
}

interface NewPost extends ContactsRequest {
  /** The organisation in the address; null if it is to be chosen. */
  organisation: OrganisationRecord | null
}

async function loadNewPostRequest(visit: Visit): Promise<NewPost> {
  const loaded = await loadContactsRequest(visit)
  const { request, context, network, viewer } = loaded
  if (!mayAddContacts(viewer.actor, network.id)) notFound('contacts')
  const slug = parameterOf(request.query, 'organisation')
  const organisation = slug ? await findOrganisation(context, slug) : null
  if (organisation && !mayEditContacts(viewer.actor, network.id, organisation.id)) notFound(slug)
  return { ...loaded, organisation }
}

interface PostFieldsProps {
  languages: readonly string[]
  /** The present function. */
  text: LocalizedText
  form: FormState
}

/** Names a post in the languages of the network, with its kind and themes. */
function PostFields({ languages, text, form: { values } }: PostFieldsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <LocalizedField
        name="function"
        label={t('contacts.field.function')}
        hint={t('contacts.field.functionHint')}
        languages={languages}
        text={text}
        max={longestFunction}
        rows={1}
        required
      />
      <ChoiceField
        name="kind"
        label={t('contacts.field.kind')}
        options={postKinds.map((kind) => ({ value: kind, label: t(`contacts.kind.${kind}`) }))}
        required
      />
      <CodesField
        name="trades"
        label={t('contacts.field.trades')}
        hint={t('contacts.field.tradesHint')}
        options={trades.map((value) => ({ value, label: t(`contacts.trade.${value}`) }))}
        usual={[]}
        addLabel={t('contacts.field.tradesAdd')}
      />
      <details class="field folded-field" open={typedValues(values, 'themes').length > 0}>
        <summary>{t('contacts.field.themesOpen')}</summary>
        <ThemePicker name="themes" label={t('contacts.field.themes')} groups={themeGroups(reader)} />
      </details>
      <Field
        name="position"
        type="number"
        label={t('contacts.field.position')}
        hint={t('contacts.field.positionHint')}
        value={typedValue(values, 'position') || '1'}
      />
    </>
  )
}
