import './session-changes.js';

export { invitationChanged } from './invitations.events.js';
export { invitationsEntities } from './persistence/invitations.entities.js';
export { invitationFor, type InvitationInput } from './queries/invitation-for.js';
