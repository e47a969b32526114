// Checks a log by Go's own sumdb packages: go run check.go DIRECTORY.
//
// The directory has vkeys (the log's, then the witness's), checkpoints/SIZE, tile/…,
// proofs/SIZE-INDEX.tlog-proof and consistency/EARLIER-SIZE. Left there are go/vkey and go/note,
// made here, for the other side to check.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	directory := os.Args[1]
	vkeys := lines(read(directory, "vkeys"))
	log, err := note.NewVerifier(vkeys[0])
	check(err)
	known := note.VerifierList(log, newWitness(vkeys[1]))

	var trees []tlog.Tree
	names := list(directory, "checkpoints")
	for _, name := range names {
		trees = append(trees, checkpoint(read(directory, "checkpoints", name), known))
	}
	sort.Slice(trees, func(i, j int) bool { return trees[i].N < trees[j].N })

	entries := 0
	for _, tree := range trees {
		entries += checkTiles(directory, tree)
	}
	proofs := list(directory, "proofs")
	for _, name := range proofs {
		checkInclusion(directory, name, known)
	}
	consistency := list(directory, "consistency")
	for _, name := range consistency {
		checkConsistency(directory, name, trees)
	}
	leaveNote(directory)
	fmt.Printf("%d checkpoints, %d entries, %d inclusion proofs, %d consistency proofs\n",
		len(trees), entries, len(proofs), len(consistency))
}

func checkpoint(signed []byte, known note.Verifiers) tlog.Tree {
	opened, err := note.Open(signed, known)
	check(err)
	require(len(opened.Sigs) == 2 && len(opened.UnverifiedSigs) == 0, "both signatures are verified")
	parts := lines([]byte(opened.Text))
	require(len(parts) == 3 && parts[0] == opened.Sigs[0].Name, "three lines, the first as the log's key")
	size, err := strconv.ParseInt(parts[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(parts[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

// checkTiles reads all entries and compares them with leaves that Go authenticates by tiles and root.
func checkTiles(directory string, tree tlog.Tree) int {
	reader := tlog.TileHashReader(tree, tiles{directory})
	root, err := tlog.TreeHash(tree.N, reader)
	check(err)
	require(root == tree.Hash, "the tiles have the root of the checkpoint")
	for start := int64(0); start < tree.N; start += 1 << height {
		tile := tlog.Tile{H: height, L: -1, N: start >> height, W: int(min(tree.N-start, 1<<height))}
		data := read(directory, path(tile))
		var indexes []int64
		for n := 0; n < tile.W; n++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, start+int64(n)))
		}
		leaves, err := reader.ReadHashes(indexes)
		check(err)
		for _, leaf := range leaves {
			length := int(binary.BigEndian.Uint16(data))
			require(length == 32, "an entry has 32 bytes")
			require(tlog.RecordHash(data[2:2+length]) == leaf, "an entry has its leaf")
			data = data[2+length:]
		}
		require(len(data) == 0, "a bundle has nothing else")
	}
	return int(tree.N)
}

func checkInclusion(directory, name string, known note.Verifiers) {
	file := read(directory, "proofs", name)
	head, signed, found := bytes.Cut(file, []byte("\n\n"))
	require(found, "an empty line stands before the checkpoint")
	tree := checkpoint(signed, known)
	parts := strings.Split(string(head), "\n")
	require(parts[0] == "c2sp.org/tlog-proof@v1", "a proof begins with its kind")
	index, err := strconv.ParseInt(strings.TrimPrefix(parts[1], "index "), 10, 64)
	check(err)
	require(name == fmt.Sprintf("%d-%d.tlog-proof", tree.N, index), "a proof is about what it is named after")
	reader := tlog.TileHashReader(tree, tiles{directory})
	leaf, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
	check(err)
	proof := tlog.RecordProof(hashes(parts[2:]))
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf[0]))
	own, err := tlog.ProveRecord(tree.N, index, reader)
	check(err)
	require(fmt.Sprint(own) == fmt.Sprint(proof), "Go makes the same inclusion proof")
}

func checkConsistency(directory, name string, trees []tlog.Tree) {
	var earlier, later tlog.Tree
	for _, tree := range trees {
		if strings.HasPrefix(name, fmt.Sprintf("%d-", tree.N)) {
			earlier = tree
		}
		if strings.HasSuffix(name, fmt.Sprintf("-%d", tree.N)) {
			later = tree
		}
	}
	proof := tlog.TreeProof(hashes(lines(read(directory, "consistency", name))))
	check(tlog.CheckTree(proof, later.N, later.Hash, earlier.N, earlier.Hash))
	own, err := tlog.ProveTree(later.N, earlier.N, tlog.TileHashReader(later, tiles{directory}))
	check(err)
	require(fmt.Sprint(own) == fmt.Sprint(proof), "Go makes the same consistency proof")
}

func leaveNote(directory string) {
	secret, vkey, err := note.GenerateKey(rand.Reader, "go.example/日志")
	check(err)
	signer, err := note.NewSigner(secret)
	check(err)
	signed, err := note.Sign(&note.Note{Text: "Made\n\nby Go.\n"}, signer)
	check(err)
	check(os.MkdirAll(filepath.Join(directory, "go"), 0o777))
	check(os.WriteFile(filepath.Join(directory, "go", "vkey"), []byte(vkey), 0o666))
	check(os.WriteFile(filepath.Join(directory, "go", "note"), signed, 0o666))
}

// tiles reads the tiles of C2SP tlog-tiles, whose paths do not say the height.
type tiles struct{ directory string }

func (t tiles) Height() int { return height }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		all = append(all, read(t.directory, path(tile)))
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func path(tile tlog.Tile) string {
	path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1)
	return strings.Replace(path, "tile/data/", "tile/entries/", 1)
}

// witness verifies the cosignatures of C2SP tlog-cosignature, which Go's note does not know.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newWitness(vkey string) witness {
	parts := strings.SplitN(vkey, "+", 3)
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	check(err)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	check(err)
	require(len(key) == 33 && key[0] == 4, "a witness has a key for cosignatures")
	return witness{parts[0], uint32(hash), key[1:]}
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }

func (w witness) Verify(message, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	seen := binary.BigEndian.Uint64(signature)
	cosigned := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seen, message)
	return ed25519.Verify(w.key, []byte(cosigned), signature[8:])
}

func hashes(lines []string) []tlog.Hash {
	all := []tlog.Hash{}
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		check(err)
		all = append(all, hash)
	}
	return all
}

func lines(text []byte) []string {
	if len(text) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

func list(directory, name string) []string {
	files, err := os.ReadDir(filepath.Join(directory, name))
	check(err)
	var names []string
	for _, file := range files {
		names = append(names, file.Name())
	}
	require(len(names) > 0, "there is something in "+name)
	return names
}

func read(parts ...string) []byte {
	content, err := os.ReadFile(filepath.Join(parts...))
	check(err)
	return content
}

func min(one, other int64) int64 {
	if one < other {
		return one
	}
	return other
}

func require(condition bool, what string) {
	if !condition {
		check(fmt.Errorf("not so: %s", what))
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
