// Apart from the popup's first script: few people ever copy the state.
export { stateAsText } from '../../utils/checks/index.ts';
