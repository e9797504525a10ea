import base from './styles/base.css?inline';
import panel from './styles/panel.css?inline';
import thread from './styles/thread.css?inline';
import writing from './styles/writing.css?inline';

/** In order: later ones lean on the tokens of the first. */
export const styles = [base, panel, thread, writing];
