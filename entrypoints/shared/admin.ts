// Apart from the popup's first script: few people ever press the button that needs it.
export { adminMessage } from '../../utils/checks/index.ts';
