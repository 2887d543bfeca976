import { secretLinks } from '../../../platform/links/secret-links.ts'

/** Links by which those who hold a post say whether they may be asked. */
export const statementLinks = secretLinks({ table: 'contacts_statement_link', owner: ['contact_id'] })
