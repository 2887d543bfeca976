import type { Pages } from '../../../platform/http/visit.ts'
import {
  addForm,
  addFormPage,
  type FormAction,
  type FormPage,
  type FormPlace,
} from '../../../ui/form/form-page.tsx'
import {
  type NetworkRequest,
  redirectAfterPost,
  renderNetworkPage,
  renderSecretPage,
} from '../../networks/index.ts'
import { type Choices, choiceErrors, readChoices } from './picked.ts'

/** The place of forms on pages of a network. */
export const inNetwork: FormPlace<NetworkRequest, Choices> = {
  send: renderNetworkPage,
  goOn: ({ reply }, address) => reply.redirect(address, 303),
  pick: async ({ writing }, values, { filled, empty }) => {
    const choices = await readChoices(writing, values, filled)
    const others = await readChoices(writing, values, empty)
    return {
      choices: new Map([...choices, ...others]),
      errors: [...choiceErrors(choices), ...choiceErrors(others, true)],
    }
  },
}

/** The place of forms on pages by secret link: the address speaks for a person, and no other page may learn it. */
export const byLink: FormPlace<NetworkRequest, Choices> = {
  ...inNetwork,
  send: (visit, { title, description, status, children }) =>
    renderSecretPage(visit, { title, description, status, children }),
  goOn: ({ reply }, address) => redirectAfterPost(reply, address),
}

/** Adds a form page to a network; its pickers choose organisations of the directory. */
export function addNetworkForm<V extends NetworkRequest, T>(
  pages: Pages,
  address: string,
  form: FormPage<V, T, Choices>,
): void {
  addFormPage(inNetwork, pages, address, form)
}

/** Adds a form that another page of a network contains. */
export function addNetworkAction<V extends NetworkRequest, T>(
  pages: Pages,
  address: string,
  form: FormAction<V, T, Choices>,
): void {
  addForm(inNetwork, pages, address, form)
}

/** Adds a form that a page behind a secret link contains. */
export function addLinkAction<V extends NetworkRequest, T>(
  pages: Pages,
  address: string,
  form: FormAction<V, T, Choices>,
): void {
  addForm(byLink, pages, address, form)
}
