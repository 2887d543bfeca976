/** How long somebody may take to answer. */
export const consentDays = 60
