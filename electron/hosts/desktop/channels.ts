/** Names of the channels between the preload and the main process: all there is between them. */
export const CALL_CHANNEL = 'atlas:call';
export const REFER_CHANNEL = 'atlas:refer';
export const EVENT_CHANNEL = 'atlas:event';
/** The page now listens to an event of that name, and can be sent what waits for it. */
export const LISTEN_CHANNEL = 'atlas:listen';
