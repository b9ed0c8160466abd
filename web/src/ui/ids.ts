/** The list of the graph, or the table: whichever is on screen takes the keys. */
export const MAIN_VIEW = 'main-view';
