/** The title bar of a dialog is no banner of the page, though the kit draws it as a header. */
export const DIALOG_PARTS = { header: { role: 'presentation' } } as const;
