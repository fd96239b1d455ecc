import { defineComponent, onMounted, ref } from "vue";

const keys = [
    ["/", "search"],
    ["j, k", "next and previous"],
    ["Enter", "open"],
    ["u", "back to the overview"],
    ["t", "light, dark or as the system has it"],
    ["?", "this list"],
] as const;

/** The list of keys. */
export const Help = defineComponent(
    (_props, { emit }) => {
        const dialog = ref<HTMLDialogElement>();
        onMounted(() => dialog.value?.showModal());
        return () => (
            <dialog ref={dialog} class="help" onClose={() => emit("close")}>
                <h2>Keys</h2>
                <dl>
                    {keys.map(([key, does]) => (
                        <>
                            <dt>
                                <kbd>{key}</kbd>
                            </dt>
                            <dd>{does}</dd>
                        </>
                    ))}
                </dl>
                <form method="dialog">
                    <button>Close</button>
                </form>
            </dialog>
        );
    },
    { emits: ["close"] },
);
