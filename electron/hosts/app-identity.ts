import packageJson from '../../package.json' with { type: 'json' };

/** The app's name as people read it. */
export const APP_NAME = 'Concept Atlas';

/** The app's version, as package.json has it. */
export const APP_VERSION: string = packageJson.version;
