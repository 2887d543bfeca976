import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { type FieldError, type FormValues, fieldError, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import {
  type Choices,
  choiceErrors,
  findOrganisation,
  type OrganisationRecord,
  readChoices,
} from '../../directory/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type ContactsRequest, neverKept, readContactsRequest } from '../call.ts'
import { listConsents } from '../consents/queries.ts'
import { listHolders } from '../holders/queries.ts'
import { paths } from '../paths.ts'
import { mayAddContacts, mayEditContacts, mayManageContacts } from '../policy.ts'
import { readPostEdit, readPostRequest } from './call.ts'
import { addPost, changePost, removePost } from './commands.ts'
import { postForm } from './schema.ts'
import { PostForm, postValues } from './views/post-form.tsx'
import { PostPage } from './views/post-page.tsx'
import { postTitle } from './views/post-title.ts'

/** Pages of posts: one of them, a new one, its form, its removal. */
export function addPostRoutes(app: FastifyInstance, application: Application): void {
  app.get('/:language/:network/contacts/new', neverKept, async (request, reply) => {
    const asked = await readNewPost(application, request)
    return drawNew(application, request, reply, asked, {}, [])
  })

  app.post('/:language/:network/contacts/new', neverKept, (request, reply) =>
    takeNew(application, request, reply),
  )

  app.get('/:language/:network/contacts/:post', neverKept, (request, reply) =>
    showPost(application, request, reply),
  )

  app.get('/:language/:network/contacts/:post/edit', neverKept, async (request, reply) => {
    const { post } = await readPostEdit(application, request)
    return drawEdit(application, request, reply, postValues(post), [])
  })

  app.post('/:language/:network/contacts/:post/edit', neverKept, async (request, reply) => {
    const { context, network, reader, post } = await readPostEdit(application, request)
    const form = readForm(postForm, request.body)
    if (!form.valid) return drawEdit(application, request, reply, form.values, form.errors)
    await changePost(context, network.id, post.id, form.data)
    return reply.redirect(paths.post(reader, network.slug, post.id), 303)
  })

  app.post('/:language/:network/contacts/:post/removal', neverKept, async (request, reply) => {
    const { context, network, reader, post } = await readPostEdit(application, request)
    await removePost(context, network.id, post.id)
    return reply.redirect(paths.organisation(reader, network.slug, post.organisation.slug), 303)
  })
}

async function showPost(application: Application, request: FastifyRequest, reply: FastifyReply) {
  const asked = await readPostRequest(application, request)
  const { context, reader, network, sight, post } = asked
  const holders = await listHolders(context, sight, { id: post.id, organisationId: post.organisation.id })
  const consents = post.holder && asked.mayEdit ? await listConsents(context, post.holder.contactId) : []
  return drawNetworkPage(application, request, reply, asked, {
    title: postTitle(reader, post),
    description: reader.t('contacts.page.lead'),
    path: `/contacts/${post.id}`,
    noindex: true,
    children: (
      <PostPage
        reader={reader}
        network={network.slug}
        post={post}
        past={holders.filter(({ holdingId }) => holdingId !== post.holder?.holdingId)}
        consents={consents}
        now={context.clock.now()}
        mayEdit={asked.mayEdit}
        mayManage={mayManageContacts(sight.actor, network.id)}
      />
    ),
  })
}

async function drawEdit(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  values: FormValues,
  errors: FieldError[],
) {
  const asked = await readPostEdit(application, request)
  const { reader, network, post } = asked
  return drawNetworkPage(application, request, errors.length > 0 ? reply.code(422) : reply, asked, {
    title: reader.t('contacts.post.edit'),
    description: reader.t('contacts.page.lead'),
    path: `/contacts/${post.id}/edit`,
    noindex: true,
    children: (
      <PostForm
        reader={reader}
        title={reader.t('contacts.post.edit')}
        back={{ href: paths.post(reader, network.slug, post.id), label: postTitle(reader, post) }}
        action={paths.step(reader, network.slug, post.id, 'edit')}
        languages={network.languages}
        text={post.function}
        values={values}
        errors={errors}
      />
    ),
  })
}

interface NewPost extends ContactsRequest {
  /** The organisation that the address names; null when it is to be chosen. */
  organisation: OrganisationRecord | null
}

async function readNewPost(application: Application, request: FastifyRequest): Promise<NewPost> {
  const asked = await readContactsRequest(application, request)
  const { context, network, sight } = asked
  if (!mayAddContacts(sight.actor, network.id)) notFound('contacts')
  const slug = parameterOf(request.query, 'organisation')
  const organisation = slug ? await findOrganisation(context, slug) : null
  if (organisation && !mayEditContacts(sight.actor, network.id, organisation.id)) notFound(slug)
  return { ...asked, organisation }
}

async function takeNew(application: Application, request: FastifyRequest, reply: FastifyReply) {
  const asked = await readNewPost(application, request)
  const { context, network, reader, sight } = asked
  const form = readForm(postForm, request.body)
  const choices = await readOrganisation(asked, form.values)
  const picked = choices.get('organisation')
  const organisation = picked?.state === 'chosen' ? picked.organisation : null
  const errors = [...choiceErrors(choices), ...(form.valid ? [] : form.errors)]
  if (organisation && !mayEditContacts(sight.actor, network.id, organisation.id))
    errors.unshift(fieldError('organisation.name', 'contacts.error.notYours'))
  if (!form.valid || organisation === null || errors.length > 0)
    return drawNew(application, request, reply, asked, form.values, errors)
  const id = await addPost(context, network.id, { ...form.data, organisationId: organisation.id })
  return reply.redirect(paths.post(reader, network.slug, id), 303)
}

async function readOrganisation({ context, organisation }: NewPost, values: FormValues): Promise<Choices> {
  if (organisation === null) return readChoices(context, values, ['organisation'])
  return new Map([['organisation', { state: 'chosen', organisation }]])
}

async function drawNew(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: NewPost,
  values: FormValues,
  errors: FieldError[],
) {
  const { reader, network, organisation } = asked
  const chosen = organisation?.slug
  const picked = (await readOrganisation(asked, values)).get('organisation') ?? { state: 'empty' }
  return drawNetworkPage(application, request, errors.length > 0 ? reply.code(422) : reply, asked, {
    title: reader.t('contacts.post.add'),
    description: reader.t('contacts.page.lead'),
    path: '/contacts/new',
    noindex: true,
    children: (
      <PostForm
        reader={reader}
        title={reader.t('contacts.post.add')}
        back={
          chosen
            ? {
                href: paths.organisation(reader, network.slug, chosen),
                label: reader.t('contacts.page.title'),
              }
            : { href: paths.list(reader, network.slug), label: reader.t('contacts.page.title') }
        }
        action={paths.newPost(reader, network.slug, chosen)}
        languages={network.languages}
        text={{}}
        values={values}
        errors={errors}
        organisation={{ fixed: organisation, picked }}
      />
    ),
  })
}
